import { InvalidInput } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { describePaths } from '../../lineage/describe-path.js';
import { describeVertices } from '../../lineage/describe-vertices.js';
import { Direction, Ring } from '../enums/lineage.type.js';
import { AsOf, readAsOf } from './as-of.type.js';
import { Lineage } from './lineage.type.js';
import { LineagePaths } from './lineage-path.type.js';

const MAX_PATHS = 50;

builder.queryFields((t) => ({
  lineage: t.field({
    type: Lineage,
    nullable: true,
    description:
      'The picture around a dataset, field, interface or consumer; null when the lineage does not know it.',
    args: {
      id: t.arg.id({ required: true, description: 'A dataset, field, interface or consumer.' }),
      direction: t.arg({ type: Direction, required: true, defaultValue: 'BOTH', description: 'Which way.' }),
      depth: t.arg.int({ description: 'So many hops; everything when not given.' }),
      rings: t.arg({ type: [Ring], description: 'Only these rings; all when not given.' }),
      asOf: t.arg({ type: AsOf, description: 'As it was; now when not given.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, { id, direction, depth, rings, asOf }, context) => {
      if (depth != null && depth < 0)
        throw new InvalidInput([{ path: 'depth', message: 'must not be negative' }]);
      const ref = parseVertexId(id);
      const index = context.graph.lineage.current(context.signal);
      if (!index.has(ref)) return null;
      const question = { direction, ...(depth == null ? {} : { depth }), ...(rings ? { rings } : {}) };
      const facts = await index.lineage(ref, question, readAsOf(asOf));
      const nodes = await describeVertices(context, facts.vertices);
      const start = nodes.find((node) => node.ref.kind === ref.kind && node.ref.id === ref.id);
      return start ? { start, nodes, facts, index } : null;
    },
  }),
  lineagePaths: t.field({
    type: LineagePaths,
    nullable: true,
    description: 'Paths between two things, shortest first; null when the lineage does not know one of them.',
    args: {
      from: t.arg.id({ required: true, description: 'A dataset, field, interface or consumer.' }),
      to: t.arg.id({ required: true, description: 'A dataset, field, interface or consumer.' }),
      first: t.arg.int({
        defaultValue: 5,
        description: `So many paths, at most ${MAX_PATHS}.`,
      }),
      asOf: t.arg({ type: AsOf, description: 'As it was; now when not given.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, args, context) => {
      const first = args.first ?? 5;
      if (first < 1 || first > MAX_PATHS) {
        throw new InvalidInput([{ path: 'first', message: `must be between 1 and ${MAX_PATHS}` }]);
      }
      const [from, to] = [parseVertexId(args.from, 'from'), parseVertexId(args.to, 'to')];
      const index = context.graph.lineage.current(context.signal);
      if (!index.has(from) || !index.has(to)) return null;
      const facts = await index.paths(from, to, first, readAsOf(args.asOf));
      return { paths: await describePaths(context, index, facts.paths), facts };
    },
  }),
}));
