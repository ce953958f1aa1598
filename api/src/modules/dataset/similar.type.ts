import type { SimilarDataset as SimilarShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { Dataset } from './dataset.type.js';

export const SimilarDataset = builder
  .objectRef<SimilarShape & { direct: boolean }>('SimilarDataset')
  .implement({
    description: 'Another dataset with the same fields.',
    fields: (t) => ({
      dataset: t.field({ type: Dataset, description: 'The dataset.', resolve: (row) => row.dataset }),
      titles: t.exposeStringList('titles', { description: 'Titles of the fields that both have.' }),
      weight: t.exposeFloat('weight', {
        description: 'How telling they are: the sum of 1 ÷ how many fields have the name.',
      }),
      direct: t.exposeBoolean('direct', { description: 'One is made from the other directly.' }),
    }),
  });
