import { builder } from '../../builder.js';
import { BackflowLink } from './backflow.type.js';

builder.queryField('backflowLinks', (t) =>
  t.field({
    type: [BackflowLink],
    description: 'Backflow links, by code.',
    args: { department: t.arg.string({ description: 'Only those that serve this department (code).' }) },
    resolve: async (_root, { department }, { graph, viewer }) => {
      const links = await graph.backflow.list(viewer);
      return department == null ? links : links.filter((link) => link.serves === department);
    },
  }),
);
