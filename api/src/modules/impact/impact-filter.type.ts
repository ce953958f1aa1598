import type { ImpactListFilter } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { keyOf } from '../../ids.js';
import { DatasetLayer, Grade } from '../enums/catalogue.type.js';
import { Ring } from '../enums/lineage.type.js';

export const ImpactFilter = builder.inputType('ImpactFilter', {
  description: 'Which part of the impact; parts are joined by "and", values of one part by "or".',
  fields: (t) => ({
    ring: t.field({ type: [Ring], description: 'Only these rings; CLEARTEXT and MASKED when not given.' }),
    grade: t.field({ type: [Grade], description: 'Only fields of these grades.' }),
    ungraded: t.boolean({ description: 'Also the fields without a grade.' }),
    department: t.stringList({ description: 'Only datasets of these departments (codes).' }),
    library: t.stringList({ description: 'Only datasets in these libraries (codes).' }),
    noLibrary: t.boolean({ description: 'Also datasets in no library.' }),
    layer: t.field({ type: [DatasetLayer], description: 'Only datasets of these layers.' }),
    distance: t.int({ description: 'Only so many hops away.' }),
    datasetId: t.id({ description: 'Only fields of this dataset.' }),
    viaBackflow: t.boolean({ description: 'Only what needs a backflow edge (true) or does not (false).' }),
  }),
});

/** The index's form of the filter; `at` is where a fault is said to be. @throws InvalidInput. */
export function readImpactFilter(
  filter: typeof ImpactFilter.$inferInput | null | undefined,
  at = 'filter.',
): ImpactListFilter {
  const { ring, grade, ungraded, department, layer, distance, datasetId, viaBackflow } = filter ?? {};
  const libraries = [...(filter?.library ?? []), ...(filter?.noLibrary ? [null] : [])];
  const grades = [...(grade ?? []), ...(ungraded ? [null] : [])];
  return {
    ring: ring ?? ['CLEARTEXT', 'MASKED'],
    ...(grade || ungraded ? { grade: grades } : {}),
    ...(department ? { department } : {}),
    ...(filter?.library || filter?.noLibrary ? { library: libraries } : {}),
    ...(layer ? { layer } : {}),
    ...(distance == null ? {} : { distance }),
    ...(datasetId == null ? {} : { dataset: keyOf(datasetId, 'Dataset', `${at}datasetId`) }),
    ...(viaBackflow == null ? {} : { viaBackflow }),
  };
}
