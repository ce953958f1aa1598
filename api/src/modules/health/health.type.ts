import { CatalogueError } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import type { Context } from '../../context.js';
import { latestVersion } from '../../lineage/latest-version.js';
import { InboxHealth } from './inbox-health.type.js';
import { IndexHealth } from './index-health.type.js';

const DAY_MS = 86_400_000;

/** Everything that can be known; a part that does not answer says so instead of failing the others. */
export async function examineHealth({ graph, viewer }: Context) {
  const index = { ...graph.lineage.status(), reader: graph.lineage.current() };
  const since = new Date(Date.now() - DAY_MS).toISOString();
  const [database, log, latest, arrivals] = await Promise.all([
    graph.health.database(),
    graph.access.summarize(viewer).catch((error: unknown) => {
      if (error instanceof CatalogueError) return null;
      throw error;
    }),
    latestVersion(graph, index.reader.version),
    graph.ingest.arrivals(viewer, since),
  ]);
  return { database, index: { ...index, latest }, log, arrivals, inbox: graph.ingest.inbox() };
}
type HealthShape = Awaited<ReturnType<typeof examineHealth>>;

const DatabaseHealth = builder.objectRef<HealthShape['database']>('DatabaseHealth').implement({
  description: 'Neo4j.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'Its version.' }),
    latencyMs: t.exposeFloat('latencyMs', { description: 'Milliseconds that a small question took.' }),
    migration: t.exposeString('migration', { nullable: true, description: 'The last migration applied.' }),
    current: t.exposeBoolean('current', { description: 'The schema is the one of this build.' }),
  }),
});

const AccessLogHealth = builder.objectRef<NonNullable<HealthShape['log']>>('AccessLogHealth').implement({
  description: 'The access log.',
  fields: (t) => ({
    events: t.exposeFloat('events', { description: 'Events in it.' }),
    firstAt: t.expose('firstAt', { type: 'DateTime', nullable: true, description: 'Its first event.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', nullable: true, description: 'Its last event.' }),
    pending: t.exposeFloat('pending', { description: 'Daily numbers still to be written to the graph.' }),
  }),
});

const IngestHealth = builder.objectRef<HealthShape['arrivals']>('IngestHealth').implement({
  description: 'Lineage events of the last 24 hours.',
  fields: (t) => ({
    accepted: t.exposeInt('accepted', { description: 'Accepted.' }),
    refused: t.exposeInt('refused', { description: 'Refused.' }),
    lastAt: t.expose('lastAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last was accepted, at any time.',
    }),
  }),
});

const ProcessHealth = builder.objectRef<NodeJS.Process>('ProcessHealth').implement({
  description: 'The process that answers.',
  fields: (t) => ({
    startedAt: t.field({
      type: 'DateTime',
      description: 'When it started.',
      resolve: (it) => new Date(Date.now() - it.uptime() * 1000).toISOString(),
    }),
    memoryMb: t.float({
      description: 'Memory that it holds, MiB.',
      resolve: (it) => Math.round(it.memoryUsage().rss / 2 ** 20),
    }),
    node: t.string({ description: 'Version of Node.js.', resolve: (it) => it.versions.node }),
  }),
});

export const Health = builder.objectRef<HealthShape>('Health').implement({
  description: 'How the parts of this installation do.',
  fields: (t) => ({
    database: t.expose('database', { type: DatabaseHealth, description: 'Neo4j.' }),
    index: t.expose('index', { type: IndexHealth, description: 'The lineage index.' }),
    accessLog: t.field({
      type: AccessLogHealth,
      nullable: true,
      description: 'The access log; null when this process has none open.',
      resolve: ({ log }) => log,
    }),
    ingest: t.field({
      type: IngestHealth,
      description: 'Arrivals of the last 24 hours.',
      resolve: ({ arrivals }) => arrivals,
    }),
    inbox: t.expose('inbox', {
      type: InboxHealth,
      nullable: true,
      description: 'What waits to be built into the graph; null when this process has no inbox open.',
    }),
    process: t.field({ type: ProcessHealth, description: 'This process.', resolve: () => process }),
  }),
});
