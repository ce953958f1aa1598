import type { DatasetId, JobId, RunState } from '../model/index.js';
import type { PlacedEvent } from './apply-event.js';
import type { CatalogueState, RunRecord } from './catalogue-state.js';

const ENDS: readonly RunState[] = ['COMPLETE', 'ABORT', 'FAIL'];

/** What flows through a run, or through a job that was only described: all inputs into all outputs. */
export interface RunSpan {
  stamp: string;
  inputs: DatasetId[];
  outputs: DatasetId[];
  backflow: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A run id that is no UUID is only unique within its job: producers number runs 1, 2, 3. */
export const runIdOf = (runId: string, job: JobId): string => (UUID.test(runId) ? runId : `${runId}@${job}`);

/**
 * Adds an event to its run and gives the run's flow. Runs add up over their events in any order: inputs of START meet
 * outputs of COMPLETE. An end state beats the others, later beats earlier; the earliest START is kept (safety F5, F6).
 */
export function applyRun(
  state: CatalogueState,
  event: PlacedEvent,
  job: JobId,
  named: { inputs: DatasetId[]; outputs: DatasetId[]; backflow: boolean },
): RunSpan {
  const { stamp, eventTime } = event;
  const stated = event.facts.run;
  if (stated === null) return { stamp, ...named };
  const id = runIdOf(stated.id, job);
  let entry = state.runs.get(id);
  if (entry === undefined) {
    entry = {
      value: {
        id,
        job,
        state: stated.state,
        stateStamp: stamp,
        startedAt: null,
        endedAt: null,
        lastEventAt: eventTime,
        firstStamp: stamp,
        backflow: false,
        inputs: [],
        outputs: [],
      },
      before: null,
    };
    state.runs.set(id, entry);
  }
  const run = entry.value;
  if (outranks(stated.state, stamp, run)) Object.assign(run, { state: stated.state, stateStamp: stamp });
  if (stated.state === 'START' && (run.startedAt === null || eventTime < run.startedAt))
    run.startedAt = eventTime;
  if (ENDS.includes(stated.state) && (run.endedAt === null || eventTime > run.endedAt))
    run.endedAt = eventTime;
  if (eventTime > run.lastEventAt) run.lastEventAt = eventTime;
  if (stamp < run.firstStamp) run.firstStamp = stamp;
  run.backflow ||= named.backflow;
  run.inputs = union(run.inputs, named.inputs);
  run.outputs = union(run.outputs, named.outputs);
  return {
    stamp: run.firstStamp,
    inputs: run.inputs as DatasetId[],
    outputs: run.outputs as DatasetId[],
    backflow: run.backflow,
  };
}

function outranks(state: RunState, stamp: string, run: RunRecord): boolean {
  const [ends, ended] = [ENDS.includes(state), ENDS.includes(run.state)];
  return ends === ended ? stamp > run.stateStamp : ends;
}

function union(known: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...known, ...more])].sort();
}
