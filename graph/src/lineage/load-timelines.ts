import { inBatches, type Tx } from '../db/index.js';
import { type DatasetId, type EdgeId, edgeIdOf } from '../model/index.js';
import type { CatalogueState, TrackedTimeline } from './catalogue-state.js';
import { type EdgeRow, readClaim, type Statement } from './edge-timeline.js';
import { loadRunsSince, loadStatements, loadTimelineEdges } from './state-queries.js';

/** A text after every stamp. */
export const END_OF_TIME = '~';

/** A timeline that events can move. */
export interface TimelinePlace {
  key: string;
  /** The earliest of their stamps. */
  since: string;
  /** The earliest moment of a stored run that they change. */
  runSince: string;
  /** Stored runs of which they tell an end. */
  ended: Set<string>;
}

/** Reads edges and statements of timelines, as far back as the events can move them. */
export async function loadTimelines(
  tx: Tx,
  state: CatalogueState,
  places: readonly TimelinePlace[],
): Promise<void> {
  const asked = places.map(({ key, since, runSince, ended }) => ({
    ...{ timeline: key, since, runSince },
    ended: [...ended],
  }));
  for (const row of await inBatches(asked, (rows) => loadStatements.run(tx, { rows }))) {
    const { timeline: key, since, firstColumns } = row;
    const [job, output] = key.split('>') as [string, DatasetId];
    const statements = row.statements.map(({ state: stateOfRun, claims, ...rest }): Statement => {
      if (rest.run !== null && stateOfRun) state.runStates.set(rest.run, stateOfRun);
      return { ...rest, claims: claims.map(readClaim) };
    });
    const value = {
      key,
      job: job || null,
      output,
      rows: [],
      since,
      statements,
      firstColumns,
      versions: new Map(),
    };
    state.timelines.set(key, { value, before: [], runs: null });
  }
  await loadEdges(tx, state.timelines);
  await loadRunsOf(tx, state);
}

async function loadEdges(tx: Tx, timelines: ReadonlyMap<string, TrackedTimeline>): Promise<void> {
  const rows = await inBatches([...timelines.keys()], (batch) =>
    loadTimelineEdges.run(tx, { timelines: batch }),
  );
  for (const { timeline, edge } of rows) {
    const { value, before } = timelines.get(timeline) as TrackedTimeline;
    const base = edgeIdOf({ ...edge, origin: 'OBSERVED' });
    value.versions.set(base, (value.versions.get(base) ?? 0) + 1);
    const row: EdgeRow = { ...edge, id: edge.id as EdgeId, base };
    value.rows.push(row);
    before.push({ ...row });
  }
}

/** Runs are asked for only where edges between whole datasets can move: until columns are known. */
async function loadRunsOf(tx: Tx, { timelines, runStates }: CatalogueState): Promise<void> {
  const rows = [...timelines.values()]
    .filter(({ value: { firstColumns, since } }) => firstColumns === null || since <= firstColumns)
    .flatMap(({ value: { key, job, output, since } }) =>
      job === null ? [] : [{ timeline: key, job, output, since }],
    );
  for (const { timeline, runs } of await inBatches(rows, (batch) => loadRunsSince.run(tx, { rows: batch }))) {
    const entry = timelines.get(timeline) as TrackedTimeline;
    for (const run of runs) runStates.set(run.id, run.state);
    entry.runs = { since: entry.value.since, stored: runs };
  }
}
