/** What one event may hold (safety F8). More is refused with the limit named, never cut. */
export const LIMITS = {
  /** UTF-16 units of the event's canonical JSON. */
  eventSize: 5 * 1024 * 1024,
  depth: 64,
  datasets: 2_000,
  fieldsOfDataset: 20_000,
  edges: 100_000,
  namespace: 500,
  name: 1_000,
  path: 1_000,
  prose: 20_000,
  sql: 1_000_000,
  runId: 200,
  /** Of one dataset, job or run. What is larger stays in the kept event only. */
  facets: 60,
  facetName: 200,
  facetSize: 100_000,
} as const;
