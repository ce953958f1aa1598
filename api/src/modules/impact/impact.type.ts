import type {
  ImpactCounts,
  ImpactEnds,
  LineageReader,
  QueryOptions,
  ReachedConsumer,
  VertexRef,
} from '@yuanliu/graph/lineage-index';
import { append } from '../../append.js';
import { builder } from '../../builder.js';
import { connectionOf, pageCost, readPage } from '../../paging.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Completeness } from '../lineage/completeness.type.js';
import { LineageNode, type LineageNodeShape } from '../lineage/lineage-node.type.js';
import { accessByRing } from './access-by-ring.js';
import { ImpactFilter, readImpactFilter } from './impact-filter.type.js';
import * as groups from './impact-groups.type.js';
import * as impacted from './impacted.type.js';

interface ImpactShape {
  start: () => Promise<LineageNodeShape>;
  facts: ImpactCounts;
  /** Who reads it: asked for only where a part of the answer needs it. */
  ends: () => Promise<ImpactEnds>;
  /** The one snapshot that all parts of the answer come from. */
  index: LineageReader;
  ref: VertexRef;
  options: QueryOptions;
}

async function authorizationCodes({ ends }: ImpactShape): Promise<string[]> {
  const { consumers } = await ends();
  return [...new Set(consumers.flatMap((c) => c.authorizations.map((a) => a.code)))];
}

/** Consumers by the interface they may call, each with its authorisations on that interface only. */
function consumersByInterface(consumers: readonly ReachedConsumer[]): Map<string, ReachedConsumer[]> {
  const readers = new Map<string, ReachedConsumer[]>();
  for (const consumer of consumers) {
    const held = new Map<string, ReachedConsumer['authorizations']>();
    for (const authorization of consumer.authorizations) {
      const { interface: code } = authorization;
      append(held, code, authorization);
    }
    for (const [code, authorizations] of held) {
      append(readers, code, { ...consumer, authorizations });
    }
  }
  return readers;
}

export const Impact = builder.objectRef<ImpactShape>('Impact').implement({
  description:
    'Everything downstream as counts and groups; fieldCount etc. count CLEARTEXT and MASKED, byRing has all three. The start itself is not counted.',
  fields: (t) => ({
    start: t.field({
      type: LineageNode,
      description: 'What was asked about.',
      resolve: ({ start }) => start(),
    }),
    fieldCount: t.int({ description: 'Derived fields.', resolve: ({ facts }) => facts.fieldCount }),
    datasetCount: t.int({
      description: 'Datasets with derived fields.',
      resolve: ({ facts }) => facts.datasetCount,
    }),
    departmentCount: t.int({
      description: 'Departments that provide them.',
      resolve: ({ facts }) => facts.byDepartment.filter((d) => d.department !== null).length,
    }),
    interfaceCount: t.int({
      description: 'Interfaces, of any ring.',
      resolve: async ({ ends }) => (await ends()).interfaces.length,
    }),
    consumerCount: t.int({
      description: 'Consumers, of any ring.',
      resolve: async ({ ends }) => (await ends()).consumers.length,
    }),
    authorizationCount: t.int({
      description: 'Authorisations, of any ring.',
      resolve: async (impact) => (await authorizationCodes(impact)).length,
    }),
    byRing: t.field({
      type: [groups.RingCount],
      description: 'By ring, all three.',
      resolve: ({ facts }) => facts.byRing,
    }),
    accessByRing: t.field({
      type: [groups.AccessCount],
      description:
        'Interfaces, consumers and authorisations by the ring they are in, all three; each is counted once, in its strongest ring.',
      resolve: async ({ ends }) => accessByRing(await ends()),
    }),
    byGrade: t.field({
      type: [groups.GradeCount],
      description: 'By grade, strictest first.',
      resolve: ({ facts }) => facts.byGrade,
    }),
    byDepartment: t.field({
      type: [groups.DepartmentCount],
      description: 'By providing department.',
      resolve: ({ facts }) => facts.byDepartment,
    }),
    byLayer: t.field({
      type: [groups.LayerCount],
      description: 'By layer of the warehouse.',
      resolve: ({ facts }) => facts.byLayer,
    }),
    byLibrary: t.field({
      type: [groups.LibraryCountInImpact],
      description: 'By library.',
      resolve: ({ facts }) => facts.byLibrary,
    }),
    byDistance: t.field({
      type: [groups.DistanceCount],
      description: 'By hops from the start.',
      resolve: ({ index, ref, options }) => index.impactDistances(ref, options),
    }),
    interfaces: t.field({
      type: [impacted.ImpactedInterface],
      description: 'Interfaces that give it out.',
      resolve: async ({ ends }) => {
        const { interfaces, consumers } = await ends();
        const readers = consumersByInterface(consumers);
        return interfaces.map((it) => ({ ...it, consumers: readers.get(it.code) ?? [] }));
      },
    }),
    consumers: t.field({
      type: [impacted.ImpactedConsumer],
      description: 'Consumers that may read it.',
      resolve: async ({ ends }) => (await ends()).consumers,
    }),
    authorizations: t.field({
      type: [Authorization],
      description: 'Authorisations that let them.',
      resolve: authorizationCodes,
    }),
    viaBackflow: t.int({
      description: 'Fields reached only through a backflow edge.',
      resolve: ({ facts }) => facts.viaBackflow,
    }),
    coarse: t.int({
      description: 'Fields reached only through an edge between whole datasets.',
      resolve: ({ facts }) => facts.coarse,
    }),
    datasets: t.field({
      type: impacted.ImpactedDatasetConnection,
      description: 'The datasets behind the numbers, nearest first.',
      args: {
        filter: t.arg({ type: ImpactFilter, description: 'Which part.' }),
        first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
        after: t.arg.string({ description: 'Cursor of the row before the page.' }),
      },
      complexity: pageCost(50),
      resolve: async ({ index, ref, options }, { filter, ...page }) => {
        const { offset, limit } = readPage(page, 50);
        const list = await index.impactedDatasets(
          ref,
          { filter: readImpactFilter(filter), offset, limit },
          options,
        );
        return connectionOf(list.rows, list.total, offset);
      },
    }),
    fields: t.field({
      type: impacted.ImpactedFieldConnection,
      description: 'The fields behind the numbers, nearest first.',
      args: {
        filter: t.arg({ type: ImpactFilter, description: 'Which part.' }),
        first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
        after: t.arg.string({ description: 'Cursor of the row before the page.' }),
      },
      complexity: pageCost(50),
      resolve: async ({ index, ref, options }, { filter, ...page }) => {
        const { offset, limit } = readPage(page, 50);
        const list = await index.impactedFields(
          ref,
          { filter: readImpactFilter(filter), offset, limit },
          options,
        );
        return connectionOf(list.rows, list.total, offset);
      },
    }),
    completeness: t.field({
      type: Completeness,
      description: 'What the answer rests on.',
      resolve: ({ facts, index, ref, options }) => ({
        ...facts.completeness,
        digest: () => index.digest(ref, options),
      }),
    }),
  }),
});
