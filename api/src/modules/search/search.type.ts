import type {
  Dataset as DatasetShape,
  Department as DepartmentShape,
  Field as FieldShape,
  HitKind as HitValue,
  Interface as InterfaceShape,
} from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { enumOf } from '../../enum-of.js';
import { Dataset } from '../dataset/dataset.type.js';
import { Department } from '../department/department.type.js';
import { Field } from '../field/field.type.js';
import { Interface } from '../interface/interface.type.js';
import { Facet } from './facet.type.js';

export const HitKind = enumOf('HitKind', 'Kind of a search hit.', {
  DATASET: '数据集',
  FIELD: '字段',
  INTERFACE: '接口',
  DEPARTMENT: '部门',
} satisfies Record<HitValue, string>);

const TYPE_NAMES: Record<HitValue, string> = {
  DATASET: 'Dataset',
  FIELD: 'Field',
  INTERFACE: 'Interface',
  DEPARTMENT: 'Department',
};

export type NodeRow = DatasetShape | FieldShape | InterfaceShape | DepartmentShape;

/** A hit with the row of what was found. */
export interface SearchHitShape {
  kind: HitValue;
  id: string;
  score: number;
  matched: { property: string; text: string }[];
  row: NodeRow;
}

const kinds = new WeakMap<object, HitValue>();

const SearchNode = builder.unionType('SearchNode', {
  description: 'What a search can find.',
  types: [Dataset, Field, Interface, Department],
  resolveType: (row) => TYPE_NAMES[kinds.get(row as object) ?? 'DATASET'],
});

const Highlight = builder.objectRef<{ property: string; text: string }>('Highlight').implement({
  description: 'Why it was found.',
  fields: (t) => ({
    property: t.exposeString('property', {
      description: 'Where: title, field, column, pinyin, code, description …',
    }),
    text: t.exposeString('text', { description: 'The text with the hit between \\u0001 and \\u0002.' }),
  }),
});

export const SearchHit = builder.objectRef<SearchHitShape>('SearchHit').implement({
  description: 'Something found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: HitKind, description: 'What it is.' }),
    score: t.exposeFloat('score', { description: 'How well it fits; only to compare hits of one search.' }),
    node: t.field({
      type: SearchNode,
      description: 'The thing itself.',
      resolve: ({ kind, row }) => {
        kinds.set(row, kind);
        return row;
      },
    }),
    highlights: t.field({
      type: [Highlight],
      description: 'Why it was found.',
      resolve: (hit) => hit.matched,
    }),
  }),
});

export const SearchConnection = builder.connectionObject(
  {
    type: SearchHit,
    name: 'SearchConnection',
    description: 'A page of hits, best first.',
    fields: (t) => ({
      facets: t.field({
        type: [Facet],
        description: 'How the hits divide, over all pages.',
        resolve: (page) => page.facets ?? [],
      }),
    }),
  },
  { name: 'SearchEdge', description: 'A hit in a page.' },
);
