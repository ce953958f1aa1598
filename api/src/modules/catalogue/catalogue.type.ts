import type { Graph } from '@yuanliu/graph';
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
