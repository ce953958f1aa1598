import { builder } from '../../builder.js';
import { labelFacets } from '../../loaders/label-facets.js';
import { connectionOf, pageCost, pageRequest } from '../../paging.js';
import * as enums from '../enums/catalogue.type.js';
import { loadHits } from './load-hits.js';
import { HitKind, SearchConnection } from './search.type.js';

const SearchFilter = builder.inputType('SearchFilter', {
  description: 'Which hits; parts are joined by "and", values of one part by "or".',
  fields: (t) => ({
    kind: t.field({ type: [HitKind], description: 'Only these kinds.' }),
    department: t.stringList({ description: 'Only of these departments (codes).' }),
    library: t.stringList({ description: 'Only in these libraries (codes).' }),
    grade: t.field({ type: [enums.Grade], description: 'Only these grades.' }),
    ungraded: t.boolean({ description: 'Also what has no grade.' }),
    sharingType: t.field({ type: [enums.SharingType], description: 'Only these sharing types.' }),
    updateFrequency: t.field({ type: [enums.UpdateFrequency], description: 'Only these update cycles.' }),
    freshness: t.field({ type: [enums.FreshnessState], description: 'Only those that keep their cycle so.' }),
    layer: t.field({ type: [enums.DatasetLayer], description: 'Only these layers.' }),
    theme: t.stringList({ description: 'Only these themes.' }),
    personalInfo: t.field({
      type: [enums.PersonalInfo],
      description: 'Only with this personal information.',
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Datasets, fields, interfaces and departments by Chinese words, pinyin, initials, column names or codes; best first.',
    args: {
      text: t.arg.string({ required: true, description: 'What a person types; empty finds everything.' }),
      filter: t.arg({ type: SearchFilter, description: 'Which hits.' }),
      sort: t.arg({ type: enums.DatasetSort, description: 'Their order; best match first when not given.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 20 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(),
    resolve: async (_root, { text, filter, sort, ...page }, context) => {
      const { graph, viewer } = context;
      const found = await graph.search.search(viewer, { text, filter, sort, ...pageRequest(page) });
      const [hits, facets] = await Promise.all([
        loadHits(context, found.hits),
        labelFacets(context, found.facets),
      ]);
      return { ...connectionOf(hits, found.totalCount, found.offset), facets };
    },
  }),
);
