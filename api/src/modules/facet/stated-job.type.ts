import type { JobView, RunView, StatedFacets } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { StatedFacet, StatedOwner, StatedTag } from './facet.type.js';

const JobType = builder.objectRef<NonNullable<JobView['type']>>('JobType').implement({
  description: 'What kind of job it is.',
  fields: (t) => ({
    processingType: t.exposeString('processingType', {
      nullable: true,
      description: 'BATCH, STREAMING or SERVICE.',
    }),
    integration: t.exposeString('integration', {
      nullable: true,
      description: 'Such as SPARK, AIRFLOW, DBT.',
    }),
    jobType: t.exposeString('jobType', { nullable: true, description: 'Such as QUERY, DAG, TASK, MODEL.' }),
  }),
});

const SourceCode = builder.objectRef<NonNullable<JobView['sourceCode']>>('JobSourceCode').implement({
  description: 'Its program.',
  fields: (t) => ({
    language: t.exposeString('language', { nullable: true, description: 'Programming language.' }),
    sourceCode: t.exposeString('sourceCode', { nullable: true, description: 'The text.' }),
  }),
});

const SourceCodeLocation = builder
  .objectRef<NonNullable<JobView['sourceCodeLocation']>>('SourceCodeLocation')
  .implement({
    description: 'Where its program is kept.',
    fields: (t) => ({
      type: t.exposeString('type', { nullable: true, description: 'Such as git.' }),
      url: t.exposeString('url', { nullable: true, description: 'Address of the file.' }),
      repoUrl: t.exposeString('repoUrl', { nullable: true, description: 'Address of the repository.' }),
      path: t.exposeString('path', { nullable: true, description: 'Path in it.' }),
      version: t.exposeString('version', { nullable: true, description: 'Version or commit.' }),
      branch: t.exposeString('branch', { nullable: true, description: 'Branch.' }),
      tag: t.exposeString('tag', { nullable: true, description: 'Tag.' }),
    }),
  });

const RunError = builder.objectRef<NonNullable<RunView['error']>>('RunError').implement({
  description: 'Why a run failed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'The message.' }),
    programmingLanguage: t.exposeString('programmingLanguage', {
      nullable: true,
      description: 'Language of the program.',
    }),
    stackTrace: t.exposeString('stackTrace', { nullable: true, description: 'Where in the program.' }),
  }),
});

const NominalTime = builder.objectRef<NonNullable<RunView['nominalTime']>>('NominalTime').implement({
  description: 'The time that a run was scheduled for, as written.',
  fields: (t) => ({
    nominalStartTime: t.exposeString('nominalStartTime', { nullable: true, description: 'Begin.' }),
    nominalEndTime: t.exposeString('nominalEndTime', { nullable: true, description: 'End.' }),
  }),
});

const ExternalQuery = builder.objectRef<NonNullable<RunView['externalQuery']>>('ExternalQuery').implement({
  description: 'The query in another system that did the work.',
  fields: (t) => ({
    externalQueryId: t.exposeString('externalQueryId', { description: 'Its id there.' }),
    source: t.exposeString('source', { nullable: true, description: 'The system.' }),
  }),
});

const Engine = builder.objectRef<NonNullable<RunView['engine']>>('ProcessingEngine').implement({
  description: 'What ran it.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Name.' }),
    version: t.exposeString('version', { nullable: true, description: 'Version.' }),
    openlineageAdapterVersion: t.exposeString('openlineageAdapterVersion', {
      nullable: true,
      description: 'Version of what sent the events.',
    }),
  }),
});

const ParentRun = builder.objectRef<NonNullable<RunView['parent']>>('ParentRun').implement({
  description: 'The run that started a run.',
  fields: (t) => ({
    runId: t.string({ description: 'Its run id.', resolve: ({ run }) => run.runId }),
    jobNamespace: t.string({ description: 'Namespace of its job.', resolve: ({ job }) => job.namespace }),
    jobName: t.string({ description: 'Name of its job.', resolve: ({ job }) => job.name }),
    rootRunId: t.string({
      nullable: true,
      description: 'Run id at the root of all.',
      resolve: ({ root }) => root?.run.runId,
    }),
    rootJobName: t.string({
      nullable: true,
      description: 'Job at the root of all.',
      resolve: ({ root }) => root?.job.name,
    }),
  }),
});

/** What producers of events say of a job. */
export const StatedJob = builder
  .objectRef<JobView & { facets: StatedFacets['facets'] }>('StatedJob')
  .implement({
    description: 'What facets of events say of a job; of each facet what was stated last.',
    fields: (t) => ({
      type: t.expose('type', { type: JobType, nullable: true, description: 'What kind of job it is.' }),
      sourceCode: t.expose('sourceCode', { type: SourceCode, nullable: true, description: 'Its program.' }),
      sourceCodeLocation: t.expose('sourceCodeLocation', {
        type: SourceCodeLocation,
        nullable: true,
        description: 'Where its program is kept.',
      }),
      owners: t.expose('owners', { type: [StatedOwner], description: 'Owners that producers name.' }),
      tags: t.expose('tags', { type: [StatedTag], description: 'Tags that producers gave.' }),
      facets: t.expose('facets', {
        type: [StatedFacet],
        description: 'All facets as they came, known or not.',
      }),
    }),
  });

/** What producers of events say of a run. */
export const StatedRun = builder
  .objectRef<RunView & { facets: StatedFacets['facets'] }>('StatedRun')
  .implement({
    description: 'What facets of events say of a run; of each facet what was stated last.',
    fields: (t) => ({
      parent: t.expose('parent', { type: ParentRun, nullable: true, description: 'What started it.' }),
      nominalTime: t.expose('nominalTime', {
        type: NominalTime,
        nullable: true,
        description: 'When it was scheduled for.',
      }),
      error: t.expose('error', { type: RunError, nullable: true, description: 'Why it failed.' }),
      externalQuery: t.expose('externalQuery', {
        type: ExternalQuery,
        nullable: true,
        description: 'Its query in another system.',
      }),
      engine: t.expose('engine', { type: Engine, nullable: true, description: 'What ran it.' }),
      tags: t.expose('tags', { type: [StatedTag], description: 'Tags that producers gave.' }),
      facets: t.expose('facets', {
        type: [StatedFacet],
        description: 'All facets as they came, known or not.',
      }),
    }),
  });
