import { InvalidInput } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { describePlain } from '../../lineage/describe-start.js';
import { once } from '../../lineage/once.js';
import { Direction } from '../enums/lineage.type.js';
import { AsOf, readAsOf } from './as-of.type.js';
import { LineageDiff } from './lineage-diff.type.js';

/** Rows of every list in one answer. */
const MAX_ROWS = 5_000;

builder.queryField('lineageDiff', (t) =>
  t.field({
    type: LineageDiff,
    nullable: true,
    description:
      'What became of the lineage of a thing between two points in time; null when the lineage does not know it.',
    args: {
      id: t.arg.id({ required: true, description: 'A dataset, field, interface or consumer.' }),
      from: t.arg({ type: AsOf, required: true, description: 'The earlier point.' }),
      to: t.arg({ type: AsOf, description: 'The later point; now when not given.' }),
      direction: t.arg({ type: Direction, required: true, defaultValue: 'BOTH', description: 'Which way.' }),
      depth: t.arg.int({ description: 'So many hops; everything when not given.' }),
      offset: t.arg.int({ defaultValue: 0, description: 'Rows of every list to leave out.' }),
      first: t.arg.int({
        defaultValue: 500,
        description: `Rows of every list, at most ${MAX_ROWS}; totals count all.`,
      }),
    },
    complexity: { field: 200, multiplier: 1 },
    resolve: async (_root, args, context) => {
      const { direction, depth } = args;
      const limit = args.first ?? 500;
      const offset = args.offset ?? 0;
      const faults = [
        ...(depth != null && depth < 0 ? [{ path: 'depth', message: 'must not be negative' }] : []),
        ...(offset < 0 ? [{ path: 'offset', message: 'must not be negative' }] : []),
        ...(limit < 0 || limit > MAX_ROWS
          ? [{ path: 'first', message: `must be between 0 and ${MAX_ROWS}` }]
          : []),
      ];
      if (faults.length > 0) throw new InvalidInput(faults);
      const ref = parseVertexId(args.id);
      const index = context.graph.lineage.current(context.signal);
      if (!index.has(ref)) return null;
      const facts = await index.diff(ref, {
        from: readAsOf(args.from).asOf,
        to: readAsOf(args.to).asOf,
        direction,
        ...(depth == null ? {} : { depth }),
        page: { offset, limit },
      });
      const edges = [
        ...facts.added.rows,
        ...facts.removed.rows,
        ...facts.changed.rows.flatMap(({ before, after }) => [before, after]),
      ];
      const ends = new Map(
        edges.flatMap(({ from, to }) => [from, to]).map((end) => [`${end.kind} ${end.id}`, end]),
      );
      // Names come from the database: who only asks for numbers or ids does not wait for them.
      const start = once(async () => (await describePlain(context, index, [ref]))[0]!);
      const nodes = once(() => describePlain(context, index, [...ends.values()]));
      return { start, facts, nodes };
    },
  }),
);
