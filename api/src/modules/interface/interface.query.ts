import { builder } from '../../builder.js';
import { connectionFrom, pageCost, pageRequest } from '../../paging.js';
import { InterfaceState } from '../enums/sharing.type.js';
import { Interface, InterfaceConnection } from './interface.type.js';

const InterfaceFilter = builder.inputType('InterfaceFilter', {
  description: 'Which interfaces; parts are joined by "and", values of one part by "or".',
  fields: (t) => ({
    state: t.field({ type: [InterfaceState], description: 'Only these states.' }),
    department: t.stringList({ description: 'Only those these departments publish (codes).' }),
    scene: t.stringList({ description: 'Only these scenes (codes).' }),
    text: t.string({ description: 'Part of the code, name or description.' }),
  }),
});

builder.queryFields((t) => ({
  interfaces: t.field({
    type: InterfaceConnection,
    description: 'Interfaces, by code.',
    args: {
      filter: t.arg({ type: InterfaceFilter, description: 'Which ones; all when not given.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(50),
    resolve: async (_root, { filter, ...page }, { graph, viewer }) =>
      connectionFrom(await graph.interface.list(viewer, { filter, ...pageRequest(page, 50) })),
  }),
  interface: t.field({
    type: Interface,
    nullable: true,
    description: 'The interface with this code; null when there is none that the viewer may see.',
    args: { code: t.arg.string({ required: true, description: 'Interface code.' }) },
    resolve: (_root, { code }) => code,
  }),
}));
