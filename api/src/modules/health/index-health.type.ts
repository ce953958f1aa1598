import type { IndexCheck as IndexCheckShape, LineageStatus } from '@yuanliu/graph';
import type { LineageReader } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { enumOf } from '../../enum-of.js';
import { indexAgeSeconds } from '../../lineage/index-age.js';

const IndexSource = enumOf('IndexSource', 'Where the arrays of the lineage index come from.', {
  FILE: 'Loaded from its file when the process started.',
  BUILT: 'Built from the graph.',
  DELTA: 'The arrays before, with what has changed since.',
});
const IndexPart = enumOf('IndexPart', 'A part of the lineage index.', {
  DATASETS: 'Datasets with department, library and layer.',
  FIELDS: 'Fields with dataset and grade.',
  EDGES: 'Edges with all their versions.',
  ACCESS: 'Interfaces, what they expose, consumers and authorisations.',
});

const IndexDifference = builder
  .objectRef<IndexCheckShape['differences'][number]>('IndexDifference')
  .implement({
    description: 'A part that differed; its digest did, even where the counts are the same.',
    fields: (t) => ({
      part: t.expose('part', { type: IndexPart, description: 'Which.' }),
      index: t.exposeInt('index', { description: 'Rows in the index.' }),
      graph: t.exposeInt('graph', { description: 'Rows in the graph.' }),
    }),
  });

export const IndexCheck = builder.objectRef<IndexCheckShape>('IndexCheck').implement({
  description: 'A comparison of the lineage index with the graph, by counts and digests of all rows.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    version: t.exposeInt('version', { description: 'The change at which both were compared.' }),
    equal: t.exposeBoolean('equal', { description: 'No difference was found.' }),
    differences: t.expose('differences', {
      type: [IndexDifference],
      description: 'What differed. The index was then replaced by what the graph holds.',
    }),
  }),
});

type IndexHealthShape = LineageStatus & { reader: LineageReader; latest: number };

export const IndexHealth = builder.objectRef<IndexHealthShape>('IndexHealth').implement({
  description: 'The lineage index.',
  fields: (t) => ({
    snapshotVersion: t.int({
      description: 'The last change that it contains.',
      resolve: ({ reader }) => reader.version,
    }),
    latestVersion: t.exposeInt('latest', { description: 'The last change that there is.' }),
    builtAt: t.field({
      type: 'DateTime',
      description: 'When its arrays were built.',
      resolve: ({ reader }) => new Date(reader.builtAt).toISOString(),
    }),
    ageSeconds: t.float({
      nullable: true,
      description: 'Seconds since it was last seen to be level with the graph.',
      resolve: (_index, _args, { graph }) => indexAgeSeconds(graph),
    }),
    source: t.expose('source', {
      type: IndexSource,
      nullable: true,
      description: 'Where its arrays come from.',
    }),
    lastCheck: t.expose('check', {
      type: IndexCheck,
      nullable: true,
      description: 'The last comparison with the graph; null when there was none since this process started.',
    }),
    fieldCount: t.int({ description: 'Fields in it.', resolve: ({ reader }) => reader.counts.fields }),
    edgeCount: t.int({ description: 'Edges that hold now.', resolve: ({ reader }) => reader.counts.edges }),
  }),
});
