import { builder } from '../../builder.js';
import { connectionFrom, pageCost, pageRequest, readPage } from '../../paging.js';
import { CatalogueSummary } from './catalogue.type.js';
import { Change } from './change.type.js';
import { IngestedEventConnection } from './ingested-event.type.js';

builder.queryFields((t) => ({
  catalogue: t.field({
    type: CatalogueSummary,
    description: 'How much of everything there is.',
    resolve: (_root, _args, { graph, viewer }) => graph.catalogue.summary(viewer),
  }),
  changes: t.field({
    type: [Change],
    description:
      'With `after`: what changed since that number, oldest first. Without: the newest changes, newest first.',
    args: {
      after: t.arg.int({ description: 'Number of the last change already seen.' }),
      first: t.arg.int({ description: 'So many, at most 500; 50 when not given.' }),
    },
    complexity: pageCost(50),
    resolve: (_root, { after, first }, { graph, viewer }) => {
      const { limit } = readPage({ first }, 50);
      return after == null
        ? graph.change.latest(viewer, limit)
        : graph.change.list(viewer, { after, first: limit });
    },
  }),
  ingestedEvents: t.field({
    type: IngestedEventConnection,
    description: 'Lineage events that arrived, newest first.',
    args: {
      refusedOnly: t.arg.boolean({ description: 'Only those that were refused.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(50),
    resolve: async (_root, { refusedOnly, ...page }, { graph, viewer }) =>
      connectionFrom(
        await graph.ingest.list(viewer, { refusedOnly: refusedOnly ?? false, ...pageRequest(page, 50) }),
      ),
  }),
}));
