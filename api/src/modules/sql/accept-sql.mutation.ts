import { InvalidInput, NotPermitted } from '@yuanliu/graph';
import { z } from 'zod';
import { builder } from '../../builder.js';
import { jobEventOf } from './job-event.js';
import { PastedSqlInput } from './pasted-sql.input.js';

const AcceptSqlInput = builder.inputType('AcceptSqlInput', {
  description: 'SQL whose lineage is taken in.',
  fields: (t) => ({
    pasted: t.field({ type: PastedSqlInput, required: true, description: 'The SQL and where it runs.' }),
    job: t.string({
      required: true,
      description:
        'Name of the job that runs it, 1 to 200 characters; the same name again replaces its lineage.',
      validate: z
        .string()
        .trim()
        .min(1, 'must say what the job is called')
        .max(200, 'must have at most 200 characters'),
    }),
  }),
});

const AcceptSqlSuccess = builder.objectRef<{ edgeCount: number }>('AcceptSqlSuccess').implement({
  description: 'The lineage is taken in.',
  fields: (t) => ({
    edgeCount: t.exposeInt('edgeCount', { description: 'Edges that the job states now.' }),
  }),
});

builder.mutationField('acceptSql', (t) =>
  t.field({
    type: AcceptSqlSuccess,
    description:
      'Takes in the lineage of SQL as that of a job (governance staff only). What the job stated before and does not any more has ended; SQL that states nothing is refused.',
    authScopes: { governance: true },
    args: { input: t.arg({ type: AcceptSqlInput, required: true, description: 'SQL and job.' }) },
    complexity: { field: 500, multiplier: 1 },
    errors: {
      types: [InvalidInput, NotPermitted],
      directResult: true,
      union: { name: 'AcceptSqlResult', description: 'What was taken in, or why it was refused.' },
    },
    resolve: async (_root, { input }, context) => {
      const { graph, viewer } = context;
      const name = input.job.trim();
      const event = await jobEventOf(input.pasted, { name, owner: viewer.account }, context);
      const { edges } = await graph.ingest.preview(viewer, event);
      if (edges.length === 0) {
        throw new InvalidInput([
          { path: 'input.pasted.sql', message: 'states no lineage between known tables' },
        ]);
      }
      const [outcome] = await graph.ingest.lineage([event], { receivedAt: new Date().toISOString() });
      if (outcome?.status === 'refused') throw new InvalidInput(outcome.reasons);
      await graph.lineage.refresh();
      return { edgeCount: edges.length };
    },
  }),
);
