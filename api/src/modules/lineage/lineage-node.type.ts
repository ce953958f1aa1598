import type {
  Grade as GradeValue,
  DatasetLayer as Layer,
  PersonalInfo as PersonalInfoValue,
} from '@yuanliu/graph';
import type { ReachMarks, VertexRef } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { vertexId } from '../../ids.js';
import { DatasetLayer, Grade, PersonalInfo } from '../enums/catalogue.type.js';
import { Ring, VertexKind } from '../enums/lineage.type.js';

/** A vertex with its names and facts; `upstreamCount` is read from the index when asked. */
export interface LineageNodeShape extends ReachMarks {
  ref: VertexRef;
  label: string;
  name: string;
  dataset: string | null;
  departmentCode: string | null;
  departmentName: string | null;
  libraryCode: string | null;
  libraryName: string | null;
  layer: Layer | null;
  grade: GradeValue | null;
  personalInfo: PersonalInfoValue | null;
  fieldCount: number | null;
  state: string | null;
  upstreamCount: number;
  downstreamCount: number;
}

export const LineageNode = builder.objectRef<LineageNodeShape>('LineageNode').implement({
  description: 'A box or row of the picture: plain facts, so that thousands cost nothing.',
  fields: (t) => ({
    id: t.id({
      description: 'Global id of the field, dataset, interface or consumer.',
      resolve: (n) => vertexId(n.ref),
    }),
    kind: t.field({ type: VertexKind, description: 'What it is.', resolve: (n) => n.ref.kind }),
    label: t.exposeString('label', {
      description: 'Dataset: title; field: title or path; interface, consumer: name.',
    }),
    name: t.exposeString('name', { description: 'Dataset: name; field: path; interface, consumer: code.' }),
    datasetId: t.id({
      nullable: true,
      description: 'The dataset a field belongs to.',
      resolve: (n) => (n.dataset === null ? null : vertexId({ kind: 'DATASET', id: n.dataset })),
    }),
    departmentCode: t.exposeString('departmentCode', {
      nullable: true,
      description: 'Code of the department that provides, publishes or operates it.',
    }),
    departmentName: t.exposeString('departmentName', {
      nullable: true,
      description: 'Short name of that department.',
    }),
    libraryCode: t.exposeString('libraryCode', {
      nullable: true,
      description: 'Code of the library that holds its dataset.',
    }),
    libraryName: t.exposeString('libraryName', { nullable: true, description: 'Name of that library.' }),
    layer: t.expose('layer', { type: DatasetLayer, nullable: true, description: 'Layer of its dataset.' }),
    grade: t.expose('grade', { type: Grade, nullable: true, description: 'Grade of the field or dataset.' }),
    personalInfo: t.expose('personalInfo', {
      type: PersonalInfo,
      nullable: true,
      description: 'Whether the field or dataset holds personal information.',
    }),
    distance: t.exposeInt('distance', {
      description: 'Hops from the start, negative upstream; 0 the start itself.',
    }),
    ring: t.expose('ring', {
      type: Ring,
      description: 'How it is derived from the start, or the start from it.',
    }),
    viaBackflow: t.exposeBoolean('viaBackflow', { description: 'No path without a backflow edge.' }),
    coarse: t.exposeBoolean('coarse', { description: 'No path without an edge between whole datasets.' }),
    upstreamCount: t.exposeInt('upstreamCount', {
      description: 'All vertices directly upstream, in the picture or not.',
    }),
    downstreamCount: t.exposeInt('downstreamCount', {
      description: 'All vertices directly downstream, in the picture or not.',
    }),
    fieldCount: t.exposeInt('fieldCount', {
      nullable: true,
      description: 'Datasets: number of fields in all.',
    }),
    state: t.exposeString('state', { nullable: true, description: 'Interfaces: state.' }),
  }),
});
