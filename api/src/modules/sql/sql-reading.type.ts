import { dialectOfNamespace } from '@yuanliu/graph/sql';
import { builder } from '../../builder.js';
import { EdgeKind, EdgeSubtype, MaskingMethod } from '../enums/lineage.type.js';
import type { SqlEdge as SqlEdgeShape, SqlEnd as SqlEndShape, SqlMark as SqlMarkShape } from './read-sql.js';

const SqlEnd = builder.objectRef<SqlEndShape>('SqlEnd').implement({
  description: 'An end of an edge that SQL states.',
  fields: (t) => ({
    dataset: t.exposeString('dataset', { description: 'Name of the dataset.' }),
    field: t.exposeString('field', { nullable: true, description: 'The column; null = all of the dataset.' }),
  }),
});

const SqlEdge = builder.objectRef<SqlEdgeShape>('SqlEdge').implement({
  description: 'An edge that SQL states.',
  fields: (t) => ({
    from: t.expose('from', { type: SqlEnd, description: 'What is read.' }),
    to: t.expose('to', { type: SqlEnd, description: 'What is written.' }),
    kind: t.expose('kind', { type: EdgeKind, description: 'Whether the value flows or only decides.' }),
    subtype: t.expose('subtype', { type: EdgeSubtype, description: 'How.' }),
    masking: t.expose('masking', {
      type: MaskingMethod,
      nullable: true,
      description: 'How the value is hidden on the way; null = it is not.',
    }),
    known: t.exposeBoolean('known', { description: 'The graph has the same edge already.' }),
  }),
});

const SqlMark = builder.objectRef<SqlMarkShape>('SqlMark').implement({
  description: 'A part of the SQL that could not be resolved: no edge tells of it.',
  fields: (t) => ({
    start: t.exposeInt('start', { nullable: true, description: 'First code point in the SQL.' }),
    end: t.exposeInt('end', { nullable: true, description: 'Behind the last code point in the SQL.' }),
    reason: t.exposeString('reason', { description: 'Why, as a code such as UNKNOWN_COLUMN.' }),
    detail: t.exposeString('detail', { description: 'What it is about.' }),
  }),
});

export const SqlReading = builder
  .objectRef<{ edges: SqlEdgeShape[]; marks: SqlMarkShape[] }>('SqlReading')
  .implement({
    description: 'What a text of SQL states about lineage.',
    fields: (t) => ({
      edges: t.expose('edges', { type: [SqlEdge], description: 'Every edge that it would add or confirm.' }),
      marks: t.expose('marks', {
        type: [SqlMark],
        description: 'Everything that no edge tells of, and why.',
      }),
    }),
  });

export const SqlDatabase = builder
  .objectRef<{ namespace: string; datasets: number }>('SqlDatabase')
  .implement({
    description: 'A database whose tables the catalogue knows.',
    fields: (t) => ({
      namespace: t.exposeString('namespace', { description: 'Namespace of its datasets.' }),
      dialect: t.string({
        nullable: true,
        description: 'Dialect that it speaks, by its namespace; null when that does not tell.',
        resolve: ({ namespace }) => dialectOfNamespace(namespace),
      }),
      datasetCount: t.exposeInt('datasets', { description: 'How many datasets it has.' }),
    }),
  });
