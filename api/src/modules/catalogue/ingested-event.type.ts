import type { ArrivedEvent } from '@yuanliu/graph';
import { builder } from '../../builder.js';

export const IngestedEvent = builder.objectRef<ArrivedEvent>('IngestedEvent').implement({
  description: 'A lineage event that arrived, accepted or refused.',
  fields: (t) => ({
    digest: t.exposeString('digest', {
      description: 'SHA-256 of its canonical JSON: the same event is kept once.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it arrived.' }),
    eventTime: t.expose('eventTime', {
      type: 'DateTime',
      nullable: true,
      description: 'When it says it happened.',
    }),
    kind: t.exposeString('kind', {
      description: 'RUN, DATASET or JOB; UNKNOWN for refused ones.',
    }),
    job: t.exposeString('job', { nullable: true, description: 'The job it speaks of.' }),
    payload: t.string({
      nullable: true,
      description: 'The event as JSON text, cut when it was refused; passwords in addresses left out.',
      complexity: 5,
      resolve: ({ digest }, _args, { graph, viewer }) => graph.ingest.body(viewer, digest),
    }),
    count: t.exposeInt('count', { description: 'How often it came.' }),
    notices: t.exposeStringList('notices', { description: 'What was odd about it, though accepted.' }),
    reasons: t.expose('reasons', {
      type: ['String'],
      nullable: { list: true, items: false },
      description: 'Why it was refused; null when accepted.',
    }),
  }),
});

export const IngestedEventConnection = builder.connectionObject(
  { type: IngestedEvent, name: 'IngestedEventConnection', description: 'A page of events that arrived.' },
  { name: 'IngestedEventEdge', description: 'An event in a page.' },
);
