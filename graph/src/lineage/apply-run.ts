import type { DatasetId, JobId, RunState } from '../model/index.js';
import type { PlacedEvent } from './apply-event.js';
import type { CatalogueState, RunRecord } from './catalogue-state.js';
import type { ClaimEvidence, EdgeClaim, Statement } from './edge-timeline.js';

const ENDS: readonly RunState[] = ['COMPLETE', 'ABORT', 'FAIL'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A run id that is no UUID is only unique within its job: producers number runs 1, 2, 3. */
export const runIdOf = (runId: string, job: JobId): string => (UUID.test(runId) ? runId : `${runId}@${job}`);

export const isEnd = (state: RunState): boolean => ENDS.includes(state);

/**
 * Adds an event to its run. Runs add up over their events in any order: inputs of START meet outputs of COMPLETE.
 * An end state beats the others, later beats earlier; the earliest START is kept (safety F5, F6).
 */
export function applyRun(
  state: CatalogueState,
  event: PlacedEvent,
  job: JobId,
  named: { inputs: DatasetId[]; outputs: DatasetId[]; evidence: ClaimEvidence },
): void {
  const { stamp, eventTime } = event;
  const stated = event.facts.run;
  if (stated === null) return;
  const id = runIdOf(stated.id, job);
  let entry = state.runs.get(id);
  if (entry === undefined) {
    entry = {
      value: {
        ...{ id, job, state: stated.state, stateStamp: stamp, startedAt: null, endedAt: null },
        ...{ lastEventAt: eventTime, firstStamp: stamp, inputs: [], outputs: [] },
        ...{ sqlHash: null, sqlStamp: null, link: null, linkStamp: null },
      },
      before: null,
    };
    state.runs.set(id, entry);
  }
  const run = entry.value;
  if (outranks(stated.state, stamp, run)) Object.assign(run, { state: stated.state, stateStamp: stamp });
  if (stated.state === 'START' && (run.startedAt === null || eventTime < run.startedAt))
    run.startedAt = eventTime;
  if (isEnd(stated.state) && (run.endedAt === null || eventTime > run.endedAt)) run.endedAt = eventTime;
  if (eventTime > run.lastEventAt) run.lastEventAt = eventTime;
  if (stamp < run.firstStamp) run.firstStamp = stamp;
  const { sqlHash, link } = named.evidence;
  if (sqlHash !== null && stamp > (run.sqlStamp ?? '')) Object.assign(run, { sqlHash, sqlStamp: stamp });
  if (link !== null && stamp > (run.linkStamp ?? '')) Object.assign(run, { link, linkStamp: stamp });
  run.inputs = union(run.inputs, named.inputs);
  run.outputs = union(run.outputs, named.outputs);
}

function outranks(state: RunState, stamp: string, run: RunRecord): boolean {
  const [ends, ended] = [isEnd(state), isEnd(run.state)];
  return ends === ended ? stamp > run.stateStamp : ends;
}

function union(known: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...known, ...more])].sort();
}

/** All inputs into one output: columns are not known, so values may flow; DIRECT, the strict reading. */
export const wholeClaims = (inputs: readonly string[], output: DatasetId): EdgeClaim[] =>
  inputs
    .filter((input) => input !== output)
    .map((input) => ({
      ...{ from: input as DatasetId, to: output, kind: 'DIRECT', subtype: 'TRANSFORMATION' },
      ...{ masking: null, note: null },
    }));

/** What a run that named inputs states about one of its outputs; null when it states nothing about it. */
export function statementOfRun(run: RunRecord, output: DatasetId): Statement | null {
  if (!run.outputs.includes(output)) return null;
  const claims = wholeClaims(run.inputs, output);
  const { id, firstStamp: stamp, sqlHash, link } = run;
  return claims.length === 0 ? null : { stamp, basis: 'RUN', run: id, sqlHash, link, claims };
}
