import type { Graph } from '@yuanliu/graph';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { indexAgeSeconds } from './lineage/index-age.js';

export type Metrics = ReturnType<typeof createMetrics>;

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Numbers of one API process in its own registry; graph sizes are read when scraped. */
export function createMetrics(graph: Graph) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'yuanliu_' });
  const registers = [registry];

  new Gauge({
    name: 'yuanliu_index_size',
    help: 'Things in the lineage index.',
    labelNames: ['thing'] as const,
    registers,
    collect() {
      const counts = indexOf(graph)?.counts ?? {};
      for (const [thing, count] of Object.entries<number>(counts)) this.set({ thing }, count);
    },
  });
  new Gauge({
    name: 'yuanliu_index_version',
    help: 'Last change that the lineage index contains; -1 before the first build.',
    registers,
    collect() {
      this.set(indexOf(graph)?.version ?? -1);
    },
  });
  new Gauge({
    name: 'yuanliu_index_lag_changes',
    help: 'Changes that the lineage index is behind; NaN when the database does not answer.',
    registers,
    async collect() {
      const version = indexOf(graph)?.version ?? 0;
      this.set((await graph.change.lastSequence().catch(() => Number.NaN)) - version);
    },
  });

  new Gauge({
    name: 'yuanliu_index_age_seconds',
    help: 'Seconds since the lineage index was last level with the graph; NaN before the first build.',
    registers,
    collect() {
      this.set(indexAgeSeconds(graph) ?? Number.NaN);
    },
  });

  new Gauge({
    name: 'yuanliu_inbox_waiting_events',
    help: 'Events in the inbox that are not built yet.',
    registers,
    collect() {
      this.set(graph.ingest.inbox()?.waiting ?? 0);
    },
  });
  new Gauge({
    name: 'yuanliu_inbox_oldest_age_seconds',
    help: 'Seconds that the oldest event in the inbox has waited; 0 when none waits.',
    registers,
    collect() {
      const oldestAt = graph.ingest.inbox()?.oldestAt ?? null;
      this.set(oldestAt === null ? 0 : (Date.now() - oldestAt) / 1000);
    },
  });
  new Gauge({
    name: 'yuanliu_inbox_events',
    help: 'Events from the inbox since the process started, by what became of them.',
    labelNames: ['outcome'] as const,
    registers,
    collect() {
      const { built = 0, duplicates = 0, refused = 0, failed = 0 } = graph.ingest.inbox() ?? {};
      for (const [outcome, count] of Object.entries({ built, duplicates, refused, failed })) {
        this.set({ outcome }, count);
      }
    },
  });

  return {
    registry,
    requests: new Histogram({
      name: 'yuanliu_http_request_seconds',
      help: 'Time to answer HTTP requests.',
      labelNames: ['route', 'status'] as const,
      buckets: SECONDS,
      registers,
    }),
    rootFields: new Histogram({
      name: 'yuanliu_graphql_root_field_seconds',
      help: 'Time to resolve root fields.',
      labelNames: ['field'] as const,
      buckets: SECONDS,
      registers,
    }),
    lineageEvents: new Counter({
      name: 'yuanliu_lineage_events_total',
      help: 'OpenLineage events by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    accessEvents: new Counter({
      name: 'yuanliu_access_events_total',
      help: 'Access events by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
  };
}

function indexOf(graph: Graph) {
  try {
    return graph.lineage.current();
  } catch {
    return null; // not built yet
  }
}
