import type { Ring as RingValue } from '@yuanliu/graph';
import type { PathsFacts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import type { DescribedEdge } from '../../lineage/describe-edges.js';
import { Ring } from '../enums/lineage.type.js';
import { Completeness } from './completeness.type.js';
import { LineageEdge } from './lineage-edge.type.js';
import { LineageNode, type LineageNodeShape } from './lineage-node.type.js';

export interface LineagePathShape {
  nodes: LineageNodeShape[];
  edges: DescribedEdge[];
  ring: RingValue;
}

export const LineagePath = builder.objectRef<LineagePathShape>('LineagePath').implement({
  description: 'One way from one thing to another, without a loop.',
  fields: (t) => ({
    nodes: t.expose('nodes', {
      type: [LineageNode],
      description: 'The things on it, both ends included.',
      complexity: { field: 1, multiplier: 1 },
    }),
    edges: t.expose('edges', {
      type: [LineageEdge],
      description: 'The edges between them, in order.',
      complexity: { field: 1, multiplier: 1 },
    }),
    ring: t.expose('ring', { type: Ring, description: 'What arrives at its end.' }),
    length: t.int({ description: 'Hops.', resolve: ({ edges }) => edges.length }),
  }),
});

export const LineagePaths = builder
  .objectRef<{ paths: LineagePathShape[]; facts: PathsFacts }>('LineagePaths')
  .implement({
    description: 'Ways from one thing to another, shortest first.',
    fields: (t) => ({
      paths: t.expose('paths', { type: [LineagePath], description: 'The paths.' }),
      completeness: t.field({
        type: Completeness,
        description: 'What the answer rests on.',
        resolve: ({ facts }) => facts.completeness,
      }),
      more: t.boolean({
        description: 'More paths than were asked for exist.',
        resolve: ({ facts }) => facts.more,
      }),
    }),
  });
