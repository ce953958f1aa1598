import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { describePlain } from '../../lineage/describe-start.js';
import { once } from '../../lineage/once.js';
import { AsOf, readAsOf } from '../lineage/as-of.type.js';
import { Impact } from './impact.type.js';

builder.queryField('impact', (t) =>
  t.field({
    type: Impact,
    nullable: true,
    description: 'Everything downstream of a thing; null when the lineage does not know it.',
    args: {
      id: t.arg.id({ required: true, description: 'A dataset, field, interface or consumer.' }),
      asOf: t.arg({ type: AsOf, description: 'As it was; now when not given.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, { id, asOf }, context) => {
      const ref = parseVertexId(id);
      const index = context.graph.lineage.current(context.signal);
      if (!index.has(ref)) return null;
      const options = readAsOf(asOf);
      const facts = await index.impact(ref, options);
      // Names come from the database, counts do not: who asks for numbers waits for the index alone.
      const start = once(async () => (await describePlain(context, index, [ref]))[0]!);
      const ends = once(() => index.impactEnds(ref, options));
      return { start, facts, ends, index, ref, options };
    },
  }),
);
