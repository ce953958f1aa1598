import { builder } from '../../builder.js';
import { connectionFrom, pageCost, pageRequest } from '../../paging.js';
import { Consumer, ConsumerConnection } from './consumer.type.js';

builder.queryFields((t) => ({
  consumers: t.field({
    type: ConsumerConnection,
    description: 'All consumers, by code.',
    args: {
      first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(50),
    resolve: async (_root, page, { graph, viewer }) =>
      connectionFrom(await graph.consumer.list(viewer, pageRequest(page, 50))),
  }),
  consumer: t.field({
    type: Consumer,
    nullable: true,
    description: 'The consumer with this code; null when there is none that the viewer may see.',
    args: { code: t.arg.string({ required: true, description: 'Consumer code.' }) },
    resolve: (_root, { code }) => code,
  }),
}));
