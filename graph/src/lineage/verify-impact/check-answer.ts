import type { Db } from '../../db/index.js';
import { type Found, finder } from './finder.js';
import { flowNet } from './flow-net.js';
import { listDatasetFields, listDatasetFlows, listFieldFlows } from './queries.js';

/** An edge that leads from a member to a field that is none. */
export interface Leak {
  edge: string;
  from: string;
  to: string;
}

export interface AnswerCheck {
  leaks: Found<Leak>;
  /** Members that the graph does not have. */
  missing: Found<string>;
  /** Members to which nothing leads from the start. */
  strangers: Found<string>;
  checkedFields: number;
  checkedEdges: number;
}

/** The thing whose downstream is checked. */
export interface CheckedStart {
  kind: 'FIELD' | 'DATASET';
  id: string;
}

type Flows = readonly (readonly [edge: string, target: string])[];

const BATCH = 500;

/** Runs `work` on slices, two at a time: one is read while the database finds the other. */
async function inPairs(ids: readonly string[], work: (slice: string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += 2 * BATCH) {
    const slices = [ids.slice(start, start + BATCH), ids.slice(start + BATCH, start + 2 * BATCH)];
    await Promise.all(slices.filter((slice) => slice.length > 0).map(work));
  }
}

const isDataset = (id: string): boolean => id.startsWith('ds_');

/**
 * Checks a set of fields against the graph itself, edge by edge; shares nothing with the index. What holds at `at` and
 * leaves a member must end at a member (no leak), and every member must be reached from the start over such edges (no
 * stranger). The second is walked from the start, since two strangers in a cycle would vouch for each other; both
 * together prove that the set is what is reached, no more and no less. Edges at datasets are unfolded as model §2
 * says: out of a dataset flows what any of its fields, or what flows into it as a whole, carries; what flows into a
 * dataset flows into all of its fields.
 */
export async function checkAnswer(
  db: Db,
  start: CheckedStart,
  answer: readonly string[],
  at: string,
): Promise<AnswerCheck> {
  const net = flowNet();
  const [leaks, missing, strangers] = [finder<Leak>(), finder<string>(), finder<string>()];
  const isField = start.kind === 'FIELD';
  const startFields = isField ? [start.id] : await fieldsOf(db, start.id);
  const members = new Set(startFields);
  for (const id of answer) members.add(id);
  let checkedEdges = 0;
  /** Datasets into which something flows as a whole, by the edge that was seen first. */
  const entered = new Map<string, Leak>();
  const left = new Set<string>();
  const toEnter: string[] = [];
  const toLeave: string[] = [];

  function leave(dataset: string): void {
    if (left.has(dataset)) return;
    left.add(dataset);
    toLeave.push(dataset);
  }
  function follow(from: string, vertex: string, flows: Flows): void {
    checkedEdges += flows.length;
    for (const [edge, to] of flows) {
      if (isDataset(to)) {
        net.add(vertex, `in ${to}`);
        if (entered.has(to)) continue;
        entered.set(to, { edge, from, to });
        toEnter.push(to);
      } else if (members.has(to)) net.add(vertex, to);
      else leaks.add({ edge, from, to });
    }
  }

  if (!isField) leave(start.id);
  await inPairs([...members], async (ids) => {
    const known = new Set<string>();
    for (const { id, dataset, flows } of await listFieldFlows.run(db, { ids, at })) {
      known.add(id);
      if (dataset !== null) {
        net.add(id, `out ${dataset}`);
        leave(dataset);
      }
      follow(id, id, flows);
    }
    for (const id of ids) if (!known.has(id)) missing.add(id);
  });
  // A dataset without known fields passes on what flows into it, so what is entered may be left in a later round.
  while (toEnter.length + toLeave.length > 0) {
    await inPairs(toEnter.splice(0), async (ids) => {
      for (const { id, fields } of await listDatasetFields.run(db, { ids })) {
        net.add(`in ${id}`, `out ${id}`);
        leave(id);
        for (const field of fields) {
          if (members.has(field)) net.add(`in ${id}`, field);
          else leaks.add({ ...(entered.get(id) as Leak), to: field });
        }
      }
    });
    await inPairs(toLeave.splice(0), async (ids) => {
      for (const { id, flows } of await listDatasetFlows.run(db, { ids, at })) follow(id, `out ${id}`, flows);
    });
  }
  const isReached = net.reachedFrom(isField ? startFields : [...startFields, `out ${start.id}`]);
  for (const id of answer) if (!isReached(id)) strangers.add(id);
  // Plain: they go to another thread.
  return {
    leaks: leaks.found(),
    missing: missing.found(),
    strangers: strangers.found(),
    checkedFields: members.size,
    checkedEdges,
  };
}

async function fieldsOf(db: Db, dataset: string): Promise<string[]> {
  return (await listDatasetFields.run(db, { ids: [dataset] })).flatMap((row) => row.fields);
}
