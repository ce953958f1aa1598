import type { LineageFacts, LineageReader } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { describeBoxes } from '../../lineage/describe-boxes.js';
import { describeEdges } from '../../lineage/describe-edges.js';
import { Completeness } from './completeness.type.js';
import { LineageEdge } from './lineage-edge.type.js';
import { LineageNode, type LineageNodeShape } from './lineage-node.type.js';

interface LineageShape {
  start: LineageNodeShape;
  nodes: LineageNodeShape[];
  facts: LineageFacts;
  /** The one snapshot that all parts of the answer come from. */
  index: LineageReader;
}

export const Lineage = builder.objectRef<LineageShape>('Lineage').implement({
  description: 'Where something comes from and where it goes.',
  fields: (t) => ({
    start: t.expose('start', { type: LineageNode, description: 'What was asked about.' }),
    nodes: t.expose('nodes', {
      type: [LineageNode],
      description: 'Everything reached within the depth, the start included.',
      complexity: { field: 1, multiplier: 1 },
    }),
    datasets: t.field({
      type: [LineageNode],
      description: 'The datasets of all fields among the nodes: the boxes of the picture.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, index }, _args, context) => describeBoxes(context, index, nodes),
    }),
    edges: t.field({
      type: [LineageEdge],
      description: 'Every edge between these nodes.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ facts, nodes }, _args, context) => describeEdges(context, facts.edges, nodes),
    }),
    completeness: t.field({
      type: Completeness,
      description: 'What the answer rests on.',
      resolve: ({ facts }) => facts.completeness,
    }),
    upstreamTotal: t.int({
      description: 'Everything upstream, beyond the depth asked for too.',
      resolve: ({ facts }) => facts.upstreamTotal,
    }),
    downstreamTotal: t.int({
      description: 'Everything downstream, beyond the depth asked for too.',
      resolve: ({ facts }) => facts.downstreamTotal,
    }),
  }),
});
