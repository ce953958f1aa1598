// Processes that a killed starter left behind: found by what the home has written down and by their marks.

import { join } from 'node:path';
import { NEO4J_GRACE_MS } from './neo4j-server.mjs';
import { findOrphans, isRunning, stopProcess } from './processes.mjs';
import { forgetChild, readJson, recordedChildren, runFolder } from './run-files.mjs';

/** The role of a Neo4j that `db:up` has started: it belongs to nobody's start and is left alone. */
export const STANDALONE = 'neo4j-standalone';

const PREPARING = new Set(['npm-ci', 'build', 'types', 'apt', 'maven']);

/** A preparation is repeated anyway; a database is given the time for its last checkpoint. */
function graceOf(role) {
  if (role.startsWith('neo4j')) return NEO4J_GRACE_MS;
  return PREPARING.has(role) ? 2_000 : 10_000;
}

const ORDER = { web: 0, seeds: 1, api: 2, neo4j: 9 };

/** The Neo4j that `db:up` left running for a home: its record, or undefined. */
export function standaloneServer(home) {
  const record = readJson(join(runFolder(home), `${STANDALONE}.json`));
  return record !== undefined && isRunning(record) ? record : undefined;
}

/**
 * Stops what a killed start of this home (or a killed preparation of this clone) left running. Call it only
 * with the home's lock held: then none of these has a living starter. Returns the roles that were stopped.
 */
export async function stopOrphans({ home, repo, onStop = () => {} }) {
  const kept = standaloneServer(home)?.pid;
  const marked = findOrphans(
    (marks) => marks.home === home || (marks.repo === repo && PREPARING.has(marks.role)),
  ).filter((found) => found.pid !== kept);
  const recorded = recordedChildren(home).filter((record) => record.role !== STANDALONE);
  const all = new Map([...marked, ...recorded].map((record) => [record.pid, record]));
  const inOrder = [...all.values()].sort((a, b) => (ORDER[a.role] ?? 5) - (ORDER[b.role] ?? 5));
  for (const record of inOrder) {
    onStop(record.role);
    await stopProcess(record, graceOf(record.role));
    forgetChild(home, record.role);
  }
  return inOrder.map((record) => record.role);
}
