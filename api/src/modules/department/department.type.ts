import { Code, type Department as DepartmentShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import { countsOfDepartment } from '../../loaders/department.js';
import { listDatasets } from '../../loaders/list-datasets.js';
import { nodeRef } from '../../node-ref.js';
import { pageCost } from '../../paging.js';
import { DatasetConnection } from '../dataset/dataset.type.js';
import { DepartmentKind } from '../enums/catalogue.type.js';

export const Department = nodeRef<DepartmentShape>(
  'Department',
  (department) => department.code,
  (codes, { graph, viewer }) => graph.department.findMany(viewer, keysOf(Code, codes)),
);

Department.implement({
  description: 'A department, sub-district or town, district or city body: who provides, who consumes.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Full name.' }),
    shortName: t.exposeString('shortName', { description: 'Short name.' }),
    kind: t.expose('kind', { type: DepartmentKind, description: 'Kind of organisation.' }),
    areaCode: t.exposeString('areaCode', {
      nullable: true,
      description: 'Administrative code, for districts, sub-districts and towns.',
    }),
    partOf: t.field({
      type: Department,
      nullable: true,
      description: 'The organisation it is part of.',
      resolve: (department) => department.partOf,
    }),
    datasetCount: t.int({
      description: 'Datasets it provides.',
      resolve: async ({ code }, _args, context) =>
        (await countsOfDepartment(context, code))?.datasetCount ?? 0,
    }),
    interfaceCount: t.int({
      description: 'Interfaces it publishes.',
      resolve: async ({ code }, _args, context) =>
        (await countsOfDepartment(context, code))?.interfaceCount ?? 0,
    }),
    consumerCount: t.int({
      description: 'Consumers it operates.',
      resolve: async ({ code }, _args, context) =>
        (await countsOfDepartment(context, code))?.consumerCount ?? 0,
    }),
    datasets: t.field({
      type: DatasetConnection,
      description: 'Datasets it provides, by title.',
      args: {
        first: t.arg.int({ description: 'Rows of the page, at most 500; 20 when not given.' }),
        after: t.arg.string({ description: 'Cursor of the row before the page.' }),
      },
      complexity: pageCost(),
      resolve: ({ code }, args, context) => listDatasets(context, { department: [code] }, 'TITLE', args),
    }),
  }),
});

export const DepartmentConnection = builder.connectionObject(
  { type: Department, name: 'DepartmentConnection', description: 'A page of departments.' },
  { name: 'DepartmentEdge', description: 'A department in a page.' },
);
