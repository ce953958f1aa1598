import { builder } from '../../builder.js';
import { listDatasets } from '../../loaders/list-datasets.js';
import { pageCost } from '../../paging.js';
import * as enums from '../enums/catalogue.type.js';
import { Dataset, DatasetConnection } from './dataset.type.js';

const DatasetFilter = builder.inputType('DatasetFilter', {
  description: 'Which datasets; parts are joined by "and", values of one part by "or".',
  fields: (t) => ({
    text: t.string({ description: 'Part of the title or of a name; `search` ranks, this does not.' }),
    department: t.stringList({ description: 'Only those these departments provide (codes).' }),
    library: t.stringList({ description: 'Only those in these libraries (codes).' }),
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

builder.queryFields((t) => ({
  datasets: t.field({
    type: DatasetConnection,
    description: 'The catalogue.',
    args: {
      filter: t.arg({ type: DatasetFilter, description: 'Which ones; all when not given.' }),
      sort: t.arg({ type: enums.DatasetSort, description: 'Their order; by title when not given.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 20 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(),
    resolve: (_root, { filter, sort, ...page }, context) =>
      listDatasets(context, filter, sort ?? 'TITLE', page),
  }),
  dataset: t.field({
    type: Dataset,
    nullable: true,
    description:
      "A dataset by OpenLineage's identity, a former name or a symlink; null when there is none that the viewer may see.",
    args: {
      namespace: t.arg.string({ required: true, description: "OpenLineage's namespace." }),
      name: t.arg.string({ required: true, description: "OpenLineage's name in the namespace." }),
    },
    resolve: (_root, name, { graph, viewer }) => graph.dataset.findByName(viewer, name),
  }),
}));
