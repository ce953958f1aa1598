import type { InboxStatus } from '@yuanliu/graph';
import { builder } from '../../builder.js';

const momentOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export const InboxHealth = builder.objectRef<InboxStatus>('InboxHealth').implement({
  description:
    'The inbox: events are safe there when they are acknowledged, and built into the graph after. Counts since the process started.',
  fields: (t) => ({
    waiting: t.exposeInt('waiting', { description: 'Events that are not built yet.' }),
    catchingUp: t.exposeBoolean('catchingUp', {
      description: 'Events from before the process started are still being built.',
    }),
    oldestAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when the oldest of them waits.',
      resolve: ({ oldestAt }) => momentOf(oldestAt),
    }),
    lastBuiltAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When events were last built into the graph.',
      resolve: ({ lastBuiltAt }) => momentOf(lastBuiltAt),
    }),
    built: t.exposeInt('built', { description: 'Events built.' }),
    duplicates: t.exposeInt('duplicates', { description: 'Events that the graph had already.' }),
    refused: t.exposeInt('refused', { description: 'Refused events that were kept with their reasons.' }),
    failed: t.exposeInt('failed', {
      description: 'Damaged lines, and events that the graph could not take; kept aside.',
    }),
    stuck: t.exposeString('stuck', {
      nullable: true,
      description: 'Why building does not go on just now; null while it does.',
    }),
  }),
});
