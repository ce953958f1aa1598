import type { ImpactFacts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { Department } from '../department/department.type.js';
import { DatasetLayer, Grade } from '../enums/catalogue.type.js';
import { Ring } from '../enums/lineage.type.js';
import { Library } from '../library/library.type.js';
import type { AccessCountShape } from './access-by-ring.js';

const FIELDS = { description: 'Fields in the group.' };
const DATASETS = { description: 'Datasets in the group.' };

export const RingCount = builder.objectRef<ImpactFacts['byRing'][number]>('RingCount').implement({
  description: 'Numbers of one ring.',
  fields: (t) => ({
    ring: t.expose('ring', { type: Ring, description: 'The ring.' }),
    fieldCount: t.exposeInt('fieldCount', FIELDS),
    datasetCount: t.exposeInt('datasetCount', DATASETS),
  }),
});

export const AccessCount = builder.objectRef<AccessCountShape>('AccessCount').implement({
  description: 'Who may read in one ring.',
  fields: (t) => ({
    ring: t.expose('ring', { type: Ring, description: 'The ring.' }),
    interfaceCount: t.exposeInt('interfaceCount', { description: 'Interfaces that give it out so.' }),
    consumerCount: t.exposeInt('consumerCount', { description: 'Consumers whose strongest ring this is.' }),
    authorizationCount: t.exposeInt('authorizationCount', {
      description: 'Authorisations on those interfaces.',
    }),
  }),
});

export const GradeCount = builder.objectRef<ImpactFacts['byGrade'][number]>('GradeCount').implement({
  description: 'Numbers of one grade.',
  fields: (t) => ({
    grade: t.expose('grade', {
      type: Grade,
      nullable: true,
      description: 'The grade; null = not yet graded.',
    }),
    fieldCount: t.exposeInt('fieldCount', FIELDS),
  }),
});

export const DepartmentCount = builder
  .objectRef<ImpactFacts['byDepartment'][number]>('DepartmentCount')
  .implement({
    description: 'Numbers of one department.',
    fields: (t) => ({
      department: t.field({
        type: Department,
        nullable: true,
        description: 'The department; null = provider not known.',
        resolve: (group) => group.department,
      }),
      fieldCount: t.exposeInt('fieldCount', FIELDS),
      datasetCount: t.exposeInt('datasetCount', DATASETS),
    }),
  });

export const LayerCount = builder.objectRef<ImpactFacts['byLayer'][number]>('LayerCount').implement({
  description: 'Numbers of one layer.',
  fields: (t) => ({
    layer: t.expose('layer', {
      type: DatasetLayer,
      nullable: true,
      description: 'The layer; null = not known.',
    }),
    fieldCount: t.exposeInt('fieldCount', FIELDS),
    datasetCount: t.exposeInt('datasetCount', DATASETS),
  }),
});

export const LibraryCountInImpact = builder
  .objectRef<ImpactFacts['byLibrary'][number]>('LibraryCountInImpact')
  .implement({
    description: 'Numbers of one library.',
    fields: (t) => ({
      library: t.field({
        type: Library,
        nullable: true,
        description: 'The library; null = in none.',
        resolve: (group) => group.library,
      }),
      fieldCount: t.exposeInt('fieldCount', FIELDS),
      datasetCount: t.exposeInt('datasetCount', DATASETS),
    }),
  });

export const DistanceCount = builder.objectRef<ImpactFacts['byDistance'][number]>('DistanceCount').implement({
  description: 'Numbers of one distance.',
  fields: (t) => ({
    distance: t.exposeInt('distance', { description: 'Hops from the start.' }),
    fieldCount: t.exposeInt('fieldCount', FIELDS),
  }),
});
