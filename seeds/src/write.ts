import type { Graph } from '@yuanliu/graph';
import { lineageEvents } from './lineage-events.js';
import type { PublicApi } from './public-api.js';
import type { Scenario } from './scenarios/scenario.js';

const ACTOR = 'seed';
const EVENTS_PER_POST = 60;
const LINES_PER_POST = 20_000;

/** Hears of each part: what, how many. */
export type Report = (what: string, count: number) => void;

async function writeCatalogue(scenario: Scenario, graph: Graph, report: Report): Promise<void> {
  const { datasets } = scenario;
  await graph.department.register(ACTOR, scenario.departments);
  await graph.library.register(ACTOR, scenario.libraries);
  await graph.sourceSystem.register(ACTOR, scenario.sourceSystems);
  report(
    '部门、要素库、系统 departments, libraries, systems',
    scenario.departments.length + scenario.libraries.length,
  );
  await graph.dataset.describe(
    ACTOR,
    datasets.map(({ id: _id, key: _key, fields: _fields, ...description }) => description),
  );
  report('数据集 datasets', datasets.length);
  const fields = datasets.flatMap((d) => d.fields);
  await graph.field.describe(
    ACTOR,
    fields.map(({ id: _id, grade: _grade, ...description }) => description),
  );
  report('信息项 fields', fields.length);
  await graph.grading.file(ACTOR, scenario.gradings);
  report('定级 gradings', scenario.gradings.length);
}

async function writeServices(scenario: Scenario, graph: Graph, report: Report): Promise<void> {
  await graph.useScene.register(ACTOR, scenario.scenes);
  await graph.interface.register(ACTOR, scenario.interfaces);
  await graph.interface.expose(ACTOR, scenario.exposures);
  report('接口 interfaces', scenario.interfaces.length);
  await graph.consumer.register(ACTOR, scenario.consumers);
  await graph.authorization.grant(ACTOR, scenario.authorizations);
  report(
    '使用方与授权 consumers, authorisations',
    scenario.consumers.length + scenario.authorizations.length,
  );
  await graph.backflow.registerLinks(ACTOR, scenario.links);
  await graph.backflow.recordDeliveries(ACTOR, scenario.deliveries);
  report('回流链路与返还 backflow links, deliveries', scenario.links.length + scenario.deliveries.length);
}

async function sendLineage(scenario: Scenario, api: PublicApi, report: Report): Promise<void> {
  const events = lineageEvents(scenario);
  for (let i = 0; i < events.length; i += EVENTS_PER_POST) {
    await api.postLineage(events.slice(i, i + EVENTS_PER_POST));
  }
  report('加工作业 jobs, as OpenLineage events', scenario.jobs.length);
}

async function sendAccessEvents(scenario: Scenario, api: PublicApi, report: Report): Promise<void> {
  let lines: string[] = [];
  let sent = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    await api.postAccessEvents(lines);
    sent += lines.length;
    lines = [];
  };
  for (const event of scenario.accessEvents()) {
    lines.push(JSON.stringify(event));
    if (lines.length === LINES_PER_POST) await flush();
  }
  await flush();
  report('访问事件 access events', sent);
}

/**
 * Writes a scenario: the catalogue through the graph's operations, jobs and accesses through the public endpoints.
 * Everything is keyed, so a run that was cut off is completed by the next. Accounts come last: they mark the end.
 */
export async function writeScenario(
  scenario: Scenario,
  to: { graph: Graph; api: PublicApi; report: Report },
): Promise<void> {
  const { graph, api, report } = to;
  await writeCatalogue(scenario, graph, report);
  await sendLineage(scenario, api, report);
  await writeServices(scenario, graph, report);
  await sendAccessEvents(scenario, api, report);
}

/** Registers the accounts, after the rest was read back. */
export async function writeAccounts(scenario: Scenario, graph: Graph, report: Report): Promise<void> {
  await graph.account.register(ACTOR, scenario.accounts);
  report('演示账号 accounts', scenario.accounts.length);
}
