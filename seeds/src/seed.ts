import type { Graph, Viewer } from '@yuanliu/graph';
import type { PublicApi } from './public-api.js';
import type { Scenario } from './scenarios/scenario.js';
import { verify } from './verify.js';
import { type Report, writeAccounts, writeScenario } from './write.js';

const VIEWER: Viewer = { account: 'seed', role: 'OPERATIONS', department: 'seed' };

/**
 * empty: nothing was ever written. unfinished: a seeding of this scenario was cut off. seeded: it is all there.
 * foreign: a catalogue of someone's own.
 */
export type StoreState = 'empty' | 'unfinished' | 'seeded' | 'foreign';

/** Departments are written first and accounts last, so these two tell how far a seeding came. */
export async function stateOfStore(scenario: Scenario, graph: Graph): Promise<StoreState> {
  const wantedAccounts = scenario.accounts.map((a) => a.code);
  const accounts = await graph.account.findMany(VIEWER, wantedAccounts);
  if (accounts.length === wantedAccounts.length) return 'seeded';
  const { departmentCount, datasetCount, jobCount } = await graph.catalogue.summary(VIEWER);
  if (departmentCount + datasetCount + jobCount === 0) return 'empty';
  const wanted = scenario.departments.map((d) => d.code);
  const departments = await graph.department.findMany(VIEWER, wanted);
  return departments.length === wanted.length ? 'unfinished' : 'foreign';
}

/** Writes a scenario, reads it back and registers its accounts. Returns every mismatch; none = all is well. */
export async function seed(
  scenario: Scenario,
  to: { graph: Graph; api: PublicApi; report: Report },
): Promise<string[]> {
  await writeScenario(scenario, to);
  const faults = await verify(scenario, to);
  if (faults.length === 0) await writeAccounts(scenario, to.graph, to.report);
  return faults;
}
