import { randomUUID } from 'node:crypto';
import { type FieldId, type Grade, type Graph, InvalidInput, type Viewer } from '@yuanliu/graph';

/** Files a grade that holds at once, in the viewer's name. @throws InvalidInput, with paths of the mutation's input. */
export async function fileGrade(
  graph: Graph,
  viewer: Viewer,
  { field, grade, reason }: { field: FieldId; grade: Grade; reason: string },
): Promise<void> {
  try {
    await graph.grading.file(viewer.account, [
      {
        id: randomUUID(),
        of: field,
        grade,
        state: 'EFFECTIVE',
        influenceObject: null,
        degree: null,
        reason,
        filedBy: viewer.account,
        filedAt: new Date().toISOString(),
        current: true,
      },
    ]);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.issues.map((i) => ({ ...i, path: i.path.replace(/^\[0\]\.?/, 'input.') })));
  }
}
