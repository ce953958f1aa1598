import { builder } from '../../builder.js';
import { Account, Viewer } from './account.type.js';

builder.queryFields((t) => ({
  viewer: t.field({ type: Viewer, description: 'Who asks.', resolve: (_root, _args, { viewer }) => viewer }),
  accounts: t.field({
    type: [Account],
    description: 'Demonstration identities to switch between (header X-Yuanliu-Account: code).',
    resolve: (_root, _args, { graph, viewer }) => graph.account.list(viewer),
  }),
}));
