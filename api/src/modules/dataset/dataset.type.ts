import {
  DatasetId,
  type Dataset as DatasetShape,
  type Freshness as FreshnessShape,
  freshnessOf,
  parseInput,
} from '@yuanliu/graph';
import { z } from 'zod';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import {
  backflowLinksOfDataset,
  consumerCountOfDataset,
  fieldsOfDataset,
  interfacesOfDataset,
  jobsOfDataset,
  namesOfDataset,
} from '../../loaders/dataset.js';
import { statedOfDataset } from '../../loaders/facet.js';
import { sourceSystemByCode } from '../../loaders/source-system.js';
import { nodeRef } from '../../node-ref.js';
import { readPage } from '../../paging.js';
import { BackflowLink } from '../backflow/backflow.type.js';
import { Change } from '../catalogue/change.type.js';
import { Department } from '../department/department.type.js';
import * as enums from '../enums/catalogue.type.js';
import { StatedDataset } from '../facet/stated-dataset.type.js';
import { Field } from '../field/field.type.js';
import { GradeCount } from '../impact/impact-groups.type.js';
import { Interface } from '../interface/interface.type.js';
import { Job } from '../job/job.type.js';
import { Library } from '../library/library.type.js';
import { countGrades } from './count-grades.js';
import { listParticulars, Particular } from './particulars.type.js';
import { similarTo } from './similar.js';
import { SimilarDataset } from './similar.type.js';

export const Dataset = nodeRef<DatasetShape>(
  'Dataset',
  (dataset) => dataset.id,
  (ids, { graph, viewer }) => graph.dataset.findMany(viewer, keysOf(DatasetId, ids)),
);

const Freshness = builder.objectRef<FreshnessShape>('Freshness').implement({
  description: 'Promised cycle against real age.',
  fields: (t) => ({
    state: t.expose('state', { type: enums.FreshnessState, description: 'The judgement.' }),
    ageHours: t.exposeFloat('ageHours', {
      nullable: true,
      description: 'Hours since the data were updated.',
    }),
    promisedHours: t.exposeFloat('promisedHours', {
      nullable: true,
      description: 'Hours that the cycle allows, with grace; null when nothing is promised.',
    }),
  }),
});

/** Fields that one question may ask for by pages: a very wide table is read in a few. */
const MOST_FIELDS = 5_000;
const FieldPart = z.object({
  offset: z.number().int().min(0),
  first: z.number().int().min(0).max(MOST_FIELDS).nullable(),
});

Dataset.implement({
  description: 'A dataset: a table, view, file or stream, in the catalogue under (namespace, name).',
  fields: (t) => ({
    namespace: t.exposeString('namespace', { description: "OpenLineage's namespace." }),
    name: t.exposeString('name', { description: "OpenLineage's name in the namespace." }),
    title: t.exposeString('title', { description: 'Title for people.' }),
    abstract: t.exposeString('abstract', { description: 'What it holds, in a few sentences.' }),
    otherNames: t.stringList({
      description: 'Other names, `namespace name`, under which events speak of it (symlinks, former names).',
      resolve: async ({ id, namespace, name }, _args, context) =>
        (await namesOfDataset(context, id))
          .filter((other) => other.namespace !== namespace || other.name !== name)
          .map((other) => `${other.namespace} ${other.name}`),
    }),
    layer: t.expose('layer', {
      type: enums.DatasetLayer,
      nullable: true,
      description: 'Layer of the warehouse.',
    }),
    provider: t.field({
      type: Department,
      nullable: true,
      description: 'The department that provides it.',
      resolve: (dataset) => dataset.provider,
    }),
    library: t.field({
      type: Library,
      nullable: true,
      description: 'The library that holds it.',
      resolve: (dataset) => dataset.library,
    }),
    source: t.string({
      nullable: true,
      description: 'Name of the system that stores it.',
      resolve: async ({ source }, _args, context) =>
        source === null ? null : ((await sourceSystemByCode(context, source))?.name ?? source),
    }),
    grade: t.expose('grade', {
      type: enums.Grade,
      nullable: true,
      description: 'Highest filed grade of its fields (就高从严); null when none is graded.',
    }),
    personalInfo: t.expose('personalInfo', {
      type: enums.PersonalInfo,
      description: 'The most sensitive personal information among its fields.',
    }),
    fieldCount: t.exposeInt('fieldCount', { description: 'Number of fields.' }),
    resourceCode: t.exposeString('resourceCode', { nullable: true, description: '资源代码.' }),
    theme: t.exposeString('theme', { nullable: true, description: '主题.' }),
    resourceType: t.expose('resourceType', {
      type: enums.ResourceType,
      nullable: true,
      description: 'Kind of information resource.',
    }),
    subject: t.expose('subject', {
      type: enums.DataSubject,
      nullable: true,
      description: 'What it is about.',
    }),
    keywords: t.exposeStringList('keywords', { description: 'Keywords.' }),
    sharingType: t.expose('sharingType', {
      type: enums.SharingType,
      nullable: true,
      description: 'How it is shared between government units.',
    }),
    sharingCondition: t.exposeString('sharingCondition', { description: 'Condition of sharing.' }),
    sharingBasis: t.exposeString('sharingBasis', { description: 'Law or policy the sharing type rests on.' }),
    openType: t.expose('openType', {
      type: enums.OpenType,
      nullable: true,
      description: 'How it is opened to the public.',
    }),
    openCondition: t.exposeString('openCondition', { description: 'Condition of opening.' }),
    updateFrequency: t.expose('updateFrequency', {
      type: enums.UpdateFrequency,
      nullable: true,
      description: 'Promised update cycle.',
    }),
    dataUpdatedAt: t.expose('dataUpdatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the data themselves were last updated.',
    }),
    freshness: t.field({
      type: Freshness,
      description: 'Promised cycle against real age.',
      resolve: (dataset) => freshnessOf(dataset, Date.now()),
    }),
    rowCount: t.exposeInt('rowCount', { nullable: true, description: 'Rows at the last count.' }),
    spatial: t.exposeString('spatial', { nullable: true, description: 'Area covered.' }),
    temporal: t.exposeString('temporal', { nullable: true, description: 'Period covered.' }),
    contact: t.exposeString('contact', { nullable: true, description: 'Whom to ask.' }),
    particulars: t.field({
      type: [Particular],
      description: 'What its registration says beside this; empty when it was not registered by file.',
      resolve: (dataset) => listParticulars(dataset.particulars),
    }),
    synthetic: t.exposeBoolean('synthetic', { description: 'Made-up demonstration data.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the catalogue first knew it.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When its entry last changed.' }),
    fields: t.field({
      type: [Field],
      description: 'Its fields, in their order.',
      args: {
        offset: t.arg.int({ defaultValue: 0, description: 'So many are left out at the beginning.' }),
        first: t.arg.int({ description: `So many at most, up to ${MOST_FIELDS}; all when not given.` }),
      },
      complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, MOST_FIELDS) }),
      resolve: async ({ id }, { offset, first }, context) => {
        const fields = await fieldsOfDataset(context, id);
        const part = parseInput(FieldPart, { offset: offset ?? 0, first: first ?? null });
        return part.first === null
          ? fields.slice(part.offset)
          : fields.slice(part.offset, part.offset + part.first);
      },
    }),
    gradeCounts: t.field({
      type: [GradeCount],
      description: 'Its fields by filed grade, strictest first.',
      complexity: { field: 1, multiplier: 1 },
      resolve: async ({ id }, _args, context) => countGrades(await fieldsOfDataset(context, id)),
    }),
    similar: t.field({
      type: [SimilarDataset],
      description: 'Other datasets with the same fields, by column name or title, the most alike first.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'So many, at most 50.' }) },
      complexity: ({ first }) => ({ field: 20, multiplier: first ?? 5 }),
      resolve: ({ id }, { first }, context) => similarTo(context, id, first ?? 5),
    }),
    changes: t.field({
      type: [Change],
      description: 'The newest changes of it, its fields and their gradings, the last first.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'So many, at most 500.' }),
        before: t.arg.int({ description: 'Only those before the change of this number.' }),
      },
      complexity: ({ first }) => ({ field: 5, multiplier: first ?? 20 }),
      resolve: async ({ id }, { first, before }, context) => {
        const { graph, viewer } = context;
        const fields = await fieldsOfDataset(context, id);
        const { limit } = readPage({ first }, 20);
        return graph.change.of(viewer, [id, ...fields.map((field) => field.id)], {
          first: limit,
          before: before ?? null,
        });
      },
    }),
    writtenBy: t.field({
      type: [Job],
      description: 'Jobs that write it.',
      resolve: async ({ id }, _args, context) =>
        (await jobsOfDataset(context, id)).filter((l) => l.role === 'WRITES').map((l) => l.job),
    }),
    readBy: t.field({
      type: [Job],
      description: 'Jobs that read it.',
      resolve: async ({ id }, _args, context) =>
        (await jobsOfDataset(context, id)).filter((l) => l.role === 'READS').map((l) => l.job),
    }),
    interfaces: t.field({
      type: [Interface],
      description: 'Interfaces that expose some of its fields.',
      resolve: async ({ id }, _args, context) =>
        (await interfacesOfDataset(context, id)).map((r) => r.interface),
    }),
    consumerCount: t.int({
      description: 'Consumers with an authorisation, ended ones too, that covers some of its fields.',
      resolve: async ({ id }, _args, context) =>
        (await consumerCountOfDataset(context, id))?.consumerCount ?? 0,
    }),
    useCount: t.int({
      description: 'Consumers with an authorisation that covers some of its fields and holds today.',
      resolve: async ({ id }, _args, context) => (await consumerCountOfDataset(context, id))?.useCount ?? 0,
    }),
    stated: t.field({
      type: StatedDataset,
      nullable: true,
      description: 'What facets of events say of it beside fields and lineage; null when none does.',
      resolve: ({ id }, _args, context) => statedOfDataset(context, id),
    }),
    backflowLinks: t.field({
      type: [BackflowLink],
      description: 'Backflow links from it, to it, or of what was collected in it.',
      resolve: async ({ id }, _args, context) => [
        ...new Set((await backflowLinksOfDataset(context, id)).map((row) => row.link)),
      ],
    }),
    upstreamDatasetCount: t.int({
      description: 'Datasets directly upstream.',
      resolve: ({ id }, _args, { graph }) => graph.lineage.current().datasetDegree(id).upstream,
    }),
    downstreamDatasetCount: t.int({
      description: 'Datasets directly downstream.',
      resolve: ({ id }, _args, { graph }) => graph.lineage.current().datasetDegree(id).downstream,
    }),
  }),
});

export const DatasetConnection = builder.connectionObject(
  { type: Dataset, name: 'DatasetConnection', description: 'A page of datasets.' },
  { name: 'DatasetEdge', description: 'A dataset in a page.' },
);
