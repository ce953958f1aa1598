import { FieldId, type Field as FieldShape } from '@yuanliu/graph';
import { keysOf } from '../../ids.js';
import { gradingsOfField, interfacesOfField } from '../../loaders/field.js';
import { nodeRef } from '../../node-ref.js';
import { Dataset } from '../dataset/dataset.type.js';
import { Grade, PersonalInfo } from '../enums/catalogue.type.js';
import { Grading } from '../grading/grading.type.js';
import { Interface } from '../interface/interface.type.js';

export const Field = nodeRef<FieldShape>(
  'Field',
  (field) => field.id,
  (ids, { graph, viewer }) => graph.field.findMany(viewer, keysOf(FieldId, ids)),
);

Field.implement({
  description: 'A field of a dataset: a column, or a nested path.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Column name, or path of a nested field.' }),
    ordinal: t.exposeInt('ordinal', { description: 'Place in the dataset, from 0.' }),
    type: t.exposeString('type', { nullable: true, description: 'Data type as its producer named it.' }),
    title: t.exposeString('title', { description: 'Chinese name; empty when nobody gave one.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    grade: t.expose('grade', {
      type: Grade,
      nullable: true,
      description: 'Filed grade; null = not yet graded.',
    }),
    personalInfo: t.expose('personalInfo', {
      type: PersonalInfo,
      description: 'Whether it holds personal information.',
    }),
    personalInfoKind: t.exposeString('personalInfoKind', {
      nullable: true,
      description: 'Kind of personal information, such as 居民身份证号.',
    }),
    synthetic: t.exposeBoolean('synthetic', { description: 'Made-up demonstration data.' }),
    dataset: t.field({
      type: Dataset,
      description: 'The dataset it belongs to.',
      resolve: (field) => field.dataset,
    }),
    upstreamCount: t.int({
      description: 'Fields and whole datasets directly upstream, current edges only.',
      resolve: ({ id }, _args, { graph }) => graph.lineage.current().degree({ kind: 'FIELD', id }).upstream,
    }),
    downstreamCount: t.int({
      description: 'Fields, whole datasets and interfaces directly downstream, current edges only.',
      resolve: ({ id }, _args, { graph }) => graph.lineage.current().degree({ kind: 'FIELD', id }).downstream,
    }),
    interfaces: t.field({
      type: [Interface],
      description: 'Interfaces that expose it.',
      resolve: async ({ id }, _args, context) =>
        (await interfacesOfField(context, id)).map((r) => r.interface),
    }),
    gradings: t.field({
      type: [Grading],
      description: 'Filings of its grade, newest first.',
      resolve: ({ id }, _args, context) => gradingsOfField(context, id),
    }),
  }),
});
