import type { LineageDiff as DiffFacts, DiffList, LineageEdgeFacts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import type { Context } from '../../context.js';
import { type DescribedEdge, describeEdges } from '../../lineage/describe-edges.js';
import { LineageDiffSide } from './lineage-diff-side.type.js';
import { LineageEdge } from './lineage-edge.type.js';
import { LineageNode, type LineageNodeShape } from './lineage-node.type.js';

interface LineageDiffShape {
  start: () => Promise<LineageNodeShape>;
  facts: DiffFacts;
  /** The ends of all listed edges. */
  nodes: () => Promise<LineageNodeShape[]>;
}
type EdgeList = DiffList<DescribedEdge>;
interface ChangedEdge {
  before: DescribedEdge;
  after: DescribedEdge;
}

/** A list of edges with their backflow links, for which alone the ends have to be looked up. */
async function listOf(
  context: Context,
  { nodes }: LineageDiffShape,
  { rows, total }: DiffList<LineageEdgeFacts>,
): Promise<EdgeList> {
  const ends = rows.some(({ backflow }) => backflow) ? await nodes() : [];
  return { total, rows: await describeEdges(context, rows, ends) };
}

const TOTAL = { description: 'How many there are, listed or not.' };

const LineageEdgeList = builder.objectRef<EdgeList>('LineageEdgeList').implement({
  description: 'Some of the edges, and how many there are.',
  fields: (t) => ({
    totalCount: t.int({ ...TOTAL, resolve: ({ total }) => total }),
    edges: t.field({ type: [LineageEdge], description: 'Those listed.', resolve: ({ rows }) => rows }),
  }),
});

const ChangedLineageEdge = builder.objectRef<ChangedEdge>('ChangedLineageEdge').implement({
  description: 'An edge with the same ends at both points that is not the same.',
  fields: (t) => ({
    before: t.expose('before', { type: LineageEdge, description: 'At the earlier point.' }),
    after: t.expose('after', { type: LineageEdge, description: 'At the later point.' }),
  }),
});

const ChangedLineageEdgeList = builder.objectRef<DiffList<ChangedEdge>>('ChangedLineageEdgeList').implement({
  description: 'Some of the changed edges, and how many there are.',
  fields: (t) => ({
    totalCount: t.int({ ...TOTAL, resolve: ({ total }) => total }),
    edges: t.field({ type: [ChangedLineageEdge], description: 'Those listed.', resolve: ({ rows }) => rows }),
  }),
});

export const LineageDiff = builder.objectRef<LineageDiffShape>('LineageDiff').implement({
  description: 'What became of the lineage of one thing between two points in time.',
  fields: (t) => ({
    start: t.field({
      type: LineageNode,
      description: 'What was asked about.',
      resolve: ({ start }) => start(),
    }),
    nodes: t.field({
      type: [LineageNode],
      description: 'The ends of all listed edges, as they are now.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes }) => nodes(),
    }),
    added: t.field({
      type: LineageEdgeList,
      description: 'Edges that hold at the later point only and leave something reached then.',
      complexity: { field: 1, multiplier: 1 },
      resolve: (diff, _args, context) => listOf(context, diff, diff.facts.added),
    }),
    removed: t.field({
      type: LineageEdgeList,
      description: 'Edges that held at the earlier point only and left something reached then.',
      complexity: { field: 1, multiplier: 1 },
      resolve: (diff, _args, context) => listOf(context, diff, diff.facts.removed),
    }),
    changed: t.field({
      type: ChangedLineageEdgeList,
      description:
        'Edges with the same ends at both points that are not the same, such as one that is masked now.',
      complexity: { field: 1, multiplier: 1 },
      resolve: async (diff, _args, context) => {
        const { rows, total } = diff.facts.changed;
        const of = (side: 'before' | 'after') =>
          listOf(context, diff, { total, rows: rows.map((pair) => pair[side]) });
        const [before, after] = await Promise.all([of('before'), of('after')]);
        return {
          total,
          rows: before.rows.map((edge, i) => ({ before: edge, after: after.rows[i] as DescribedEdge })),
        };
      },
    }),
    upstream: t.field({
      type: LineageDiffSide,
      nullable: true,
      description: 'What it comes from, at both points; null when not asked for.',
      resolve: ({ facts }) => facts.upstream,
    }),
    downstream: t.field({
      type: LineageDiffSide,
      nullable: true,
      description: 'What comes from it, at both points: the impact. Null when not asked for.',
      resolve: ({ facts }) => facts.downstream,
    }),
  }),
});
