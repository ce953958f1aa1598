import { builder } from '../../builder.js';
import { closures } from '../../loaders/backflow.js';
import { BackflowLink } from './backflow.type.js';
import { BackflowClosure } from './closure.type.js';

builder.queryFields((t) => ({
  backflowLink: t.field({
    type: BackflowLink,
    nullable: true,
    description: 'The backflow link with this code; null when there is none that the viewer may see.',
    args: { code: t.arg.string({ required: true, description: 'Code of the link.' }) },
    resolve: (_root, { code }) => code,
  }),
  backflowClosure: t.field({
    type: [BackflowClosure],
    description:
      'How much of what each sub-district and town reported comes back to it, over the last 365 days; other served units too.',
    complexity: { field: 20, multiplier: 20 },
    resolve: (_root, _args, context) => closures(context),
  }),
  backflowLinks: t.field({
    type: [BackflowLink],
    description: 'Backflow links, by code.',
    args: { department: t.arg.string({ description: 'Only those that serve this department (code).' }) },
    resolve: async (_root, { department }, { graph, viewer }) => {
      const links = await graph.backflow.list(viewer);
      return department == null ? links : links.filter((link) => link.serves === department);
    },
  }),
}));
