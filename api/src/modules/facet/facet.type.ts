import type { DatasetView, StatedFacets } from '@yuanliu/graph';
import { builder } from '../../builder.js';

type FacetShape = StatedFacets['facets'][number];
export const StatedFacet = builder.objectRef<FacetShape>('StatedFacet').implement({
  description:
    'A facet of OpenLineage as its producer wrote it, also one that this build knows nothing about.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Its name; `input:` and `output:` mark facets of one use of a dataset.',
    }),
    json: t.exposeString('json', {
      description: 'Its content as JSON text; passwords in addresses left out.',
    }),
    statedAt: t.expose('statedAt', {
      type: 'DateTime',
      description: 'Time of the event that stated it last.',
    }),
  }),
});

export const StatedOwner = builder.objectRef<DatasetView['owners'][number]>('StatedOwner').implement({
  description: 'An owner that a producer names.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its identifier, as written.' }),
    type: t.exposeString('type', { nullable: true, description: 'Kind of ownership.' }),
  }),
});

export const StatedTag = builder.objectRef<DatasetView['tags'][number]>('StatedTag').implement({
  description: 'A tag that a producer gave.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
    field: t.exposeString('field', { nullable: true, description: 'The field that it is about.' }),
    source: t.exposeString('source', { nullable: true, description: 'Who gave it.' }),
  }),
});
