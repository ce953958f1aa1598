import { builder, type FacetShape } from '../../builder.js';

const FacetValue = builder
  .objectRef<{ value: string; label: string; count: number }>('FacetValue')
  .implement({
    description: 'One value of a facet.',
    fields: (t) => ({
      value: t.exposeString('value', { description: 'What the filter takes.' }),
      label: t.exposeString('label', {
        description: 'Name to show; the value itself where it needs no other.',
      }),
      count: t.exposeInt('count', { description: 'Hits with it.' }),
    }),
  });

export const Facet = builder.objectRef<FacetShape>('Facet').implement({
  description: 'A property by which hits can be narrowed.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the part of the filter that narrows by it.' }),
    values: t.expose('values', { type: [FacetValue], description: 'Its values among the hits, most first.' }),
  }),
});
