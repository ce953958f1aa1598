import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import {
  AuthorizationState,
  Code,
  Day,
  Grade,
  gradeOfRank,
  Instant,
  InterfaceState,
} from '../model/index.js';

const Grant = z.object({
  consumer: Code,
  operatedBy: Code.nullable(),
  state: AuthorizationState,
  validFrom: Day,
  validTo: Day,
  approvedGrade: Grade.nullable(),
});

const listAll = defineQuery({
  file: 'interface/list-facts',
  mode: 'read',
  params: z.object({ text: z.string(), exposes: z.string().nullable() }),
  row: z.object({
    code: Code,
    name: z.string(),
    state: InterfaceState,
    provider: Code.nullable(),
    scene: Code.nullable(),
    rank: z.number().int(),
    lastAt: Instant.nullable(),
    grants: z.array(Grant),
  }),
});

const sumCalls = defineQuery({
  file: 'interface/sum-calls',
  mode: 'read',
  params: z.object({ since: Day }),
  row: z.object({ code: Code, calls: z.number().int() }),
});

/** What an interface is chosen and ordered by. */
export interface InterfaceFacts {
  code: Code;
  name: string;
  state: InterfaceState;
  provider: Code | null;
  scene: Code | null;
  grade: Grade | null;
  /** Since the day asked for. */
  calls: number;
  lastAt: Instant | null;
  grants: z.infer<typeof Grant>[];
}

/** Facts of every interface whose name, code or description holds a text and that exposes a field or a field of a dataset. */
export async function listFacts(
  db: Db,
  { since, ...question }: { text: string; since: Day; exposes: string | null },
): Promise<InterfaceFacts[]> {
  return db.read(async (tx) => {
    const rows = await listAll.run(tx, question);
    const calls = new Map((await sumCalls.run(tx, { since })).map((row) => [row.code, row.calls]));
    return rows.map(({ rank, ...row }) => ({
      ...row,
      grade: gradeOfRank(rank),
      calls: calls.get(row.code) ?? 0,
    }));
  }, 'interface/list-facts');
}
