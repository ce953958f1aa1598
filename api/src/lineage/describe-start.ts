import type { LineageReader, VertexRef } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import type { LineageNodeShape } from '../modules/lineage/lineage-node.type.js';
import { describeVertices } from './describe-vertices.js';

/** References as nodes of a picture that starts at the first: marks of a start, counts from the index. */
export async function describePlain(
  context: Context,
  index: LineageReader,
  refs: readonly VertexRef[],
): Promise<LineageNodeShape[]> {
  const marks = { ring: 'CLEARTEXT', distance: 0, viaBackflow: false, coarse: false } as const;
  return describeVertices(
    context,
    refs.map((ref) => {
      const { upstream, downstream } = index.has(ref) ? index.degree(ref) : { upstream: 0, downstream: 0 };
      return { ref, ...marks, upstreamCount: upstream, downstreamCount: downstream };
    }),
  );
}

/** The thing that a question starts at, or null when it is not in the index. */
export async function describeStart(
  context: Context,
  index: LineageReader,
  ref: VertexRef,
): Promise<LineageNodeShape | null> {
  if (!index.has(ref)) return null;
  return (await describePlain(context, index, [ref]))[0] ?? null;
}
