import { builder } from '../../builder.js';
import { Library } from './library.type.js';

builder.queryField('libraries', (t) =>
  t.field({
    type: [Library],
    description: 'All libraries, by code.',
    resolve: (_root, _args, { graph, viewer }) => graph.library.list(viewer),
  }),
);
