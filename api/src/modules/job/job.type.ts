import { JobId, type Job as JobShape, type Run as RunShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import { statedOfJob, statedOfRun } from '../../loaders/facet.js';
import { datasetsOfJob, lastRunOfJob } from '../../loaders/job.js';
import { nodeRef } from '../../node-ref.js';
import { Dataset } from '../dataset/dataset.type.js';
import { StatedJob, StatedRun } from '../facet/stated-job.type.js';

export const Job = nodeRef<JobShape>(
  'Job',
  (job) => job.id,
  (ids, { graph, viewer }) => graph.job.findMany(viewer, keysOf(JobId, ids)),
);

const Run = builder.objectRef<RunShape>('Run').implement({
  description: 'One run of a job.',
  fields: (t) => ({
    state: t.exposeString('state', {
      description: 'Its last state: START, RUNNING, COMPLETE, ABORT, FAIL or OTHER.',
    }),
    runId: t.string({
      description: 'Its id, as its producer gave it.',
      resolve: ({ id, job }) => (id.endsWith(`@${job}`) ? id.slice(0, -job.length - 1) : id),
    }),
    stated: t.field({
      type: StatedRun,
      nullable: true,
      description: 'What facets of events say of it; null when none does.',
      resolve: ({ id }, _args, context) => statedOfRun(context, id),
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Its earliest start.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'Its end.' }),
  }),
});

Job.implement({
  description: 'What reads datasets and writes others (加工活动).',
  fields: (t) => ({
    namespace: t.exposeString('namespace', { description: "OpenLineage's namespace." }),
    name: t.exposeString('name', { description: "OpenLineage's name in the namespace." }),
    description: t.exposeString('description', { description: 'What it does.' }),
    sql: t.exposeString('sql', { nullable: true, description: 'Its statement, as its producer sent it.' }),
    dialect: t.exposeString('dialect', { nullable: true, description: 'SQL dialect of the statement.' }),
    reads: t.field({
      type: [Dataset],
      description: 'Datasets it reads.',
      resolve: async ({ id }, _args, context) =>
        (await datasetsOfJob(context, id)).filter((l) => l.role === 'READS').map((l) => l.dataset),
    }),
    writes: t.field({
      type: [Dataset],
      description: 'Datasets it writes.',
      resolve: async ({ id }, _args, context) =>
        (await datasetsOfJob(context, id)).filter((l) => l.role === 'WRITES').map((l) => l.dataset),
    }),
    stated: t.field({
      type: StatedJob,
      nullable: true,
      description: 'What facets of events say of it; null when none does.',
      resolve: ({ id }, _args, context) => statedOfJob(context, id),
    }),
    lastRun: t.field({
      type: Run,
      nullable: true,
      description: 'Its latest run.',
      resolve: ({ id }, _args, context) => lastRunOfJob(context, id),
    }),
  }),
});
