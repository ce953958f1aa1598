import type { Change as ChangeShape, Graph } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { latestVersion } from '../../lineage/latest-version.js';
import { GradeCount } from '../impact/impact-groups.type.js';

type SummaryShape = Awaited<ReturnType<Graph['catalogue']['summary']>>;

export const CatalogueSummary = builder.objectRef<SummaryShape>('CatalogueSummary').implement({
  description: 'How much of everything the catalogue holds.',
  fields: (t) => ({
    departmentCount: t.exposeInt('departmentCount', {
      description: 'Departments, sub-districts and towns, district and city bodies.',
    }),
    libraryCount: t.exposeInt('libraryCount', { description: 'Libraries.' }),
    datasetCount: t.exposeInt('datasetCount', { description: 'Datasets.' }),
    fieldCount: t.exposeInt('fieldCount', { description: 'Fields.' }),
    jobCount: t.exposeInt('jobCount', { description: 'Jobs.' }),
    interfaceCount: t.exposeInt('interfaceCount', { description: 'Interfaces.' }),
    consumerCount: t.exposeInt('consumerCount', { description: 'Consumers.' }),
    authorizationCount: t.exposeInt('authorizationCount', { description: 'Authorisations, ended ones too.' }),
    backflowLinkCount: t.exposeInt('backflowLinkCount', { description: 'Backflow links.' }),
    fieldsByGrade: t.expose('fieldsByGrade', {
      type: [GradeCount],
      description: 'Fields by filed grade, strictest first.',
    }),
    snapshotVersion: t.int({
      description: 'The last change that lineage answers contain.',
      resolve: (_summary, _args, { graph }) => graph.lineage.current().version,
    }),
    latestVersion: t.int({
      description: 'The last change that they should contain: greater when the index is behind.',
      resolve: (_summary, _args, { graph }) => latestVersion(graph, graph.lineage.current().version),
    }),
  }),
});

export const Change = builder.objectRef<ChangeShape>('Change').implement({
  description: 'One accepted change, numbered in the one sequence of the catalogue.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: 'Its number.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was accepted.' }),
    actor: t.exposeString('actor', { description: 'Who or what changed it.' }),
    kind: t.exposeString('kind', { description: 'Noun and verb, such as `dataset.registered`.' }),
    key: t.exposeString('key', { description: 'The key of what changed.' }),
    before: t.string({
      nullable: true,
      description: 'State before, as JSON.',
      resolve: ({ before }) => (before === null ? null : JSON.stringify(before)),
    }),
    after: t.string({
      nullable: true,
      description: 'State after, as JSON.',
      resolve: ({ after }) => (after === null ? null : JSON.stringify(after)),
    }),
  }),
});
