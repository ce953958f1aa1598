import { setTimeout as wait } from 'node:timers/promises';
import { fieldIdOf, type Graph, type Viewer } from '@yuanliu/graph';
import { z } from 'zod';
import { addDays, shanghaiDay } from './calendar.js';
import { expectedReach } from './expected-reach.js';
import type { PublicApi } from './public-api.js';
import { SHOWPIECE } from './scenarios/changning/namespaces.js';
import type { Scenario } from './scenarios/scenario.js';

const VIEWER: Viewer = { account: 'seed', role: 'OPERATIONS', department: 'seed' };
/** The index follows the change log within seconds; on a busy machine a little later. */
const PATIENCE_MS = 60_000;

const FieldAnswer = z.object({ field: z.object({ id: z.string(), title: z.string() }) });
const ReachAnswer = z.object({
  impact: z.object({
    byRing: z.array(z.object({ ring: z.string(), fieldCount: z.number() })),
    interfaceCount: z.number(),
    completeness: z.object({ complete: z.boolean() }),
  }),
});
const WhoAnswer = z.object({ whoAccessed: z.object({ consumerCount: z.number(), calls: z.number() }) });
const SearchAnswer = z.object({ search: z.object({ totalCount: z.number() }) });

/** Counts of the catalogue against the scenario: at least as many, since a catalogue may hold more. */
async function checkCounts(scenario: Scenario, graph: Graph): Promise<string[]> {
  const found = await graph.catalogue.summary(VIEWER);
  const expected = {
    departmentCount: scenario.departments.length,
    libraryCount: scenario.libraries.length,
    datasetCount: scenario.datasets.length,
    fieldCount: scenario.datasets.reduce((sum, d) => sum + d.fields.length, 0),
    jobCount: scenario.jobs.length,
    interfaceCount: scenario.interfaces.length,
    consumerCount: scenario.consumers.length,
    authorizationCount: scenario.authorizations.length,
    backflowLinkCount: scenario.links.length,
  };
  return Object.entries(expected).flatMap(([name, least]) => {
    const is = found[name as keyof typeof expected];
    return is >= least ? [] : [`${name} is ${is}, expected ${least}`];
  });
}

/** Every dataset and field as it was meant: title, provider, library, grade, personal information. */
async function checkCatalogue(scenario: Scenario, graph: Graph): Promise<string[]> {
  const faults: string[] = [];
  const datasets = new Map(
    (
      await graph.dataset.findMany(
        VIEWER,
        scenario.datasets.map((d) => d.id),
      )
    ).flatMap((d) => (d ? [[d.id, d]] : [])),
  );
  for (const want of scenario.datasets) {
    const is = datasets.get(want.id);
    const same = is?.title === want.title && is.provider === want.provider && is.library === want.library;
    if (!same) faults.push(`dataset ${want.name} was not read back as written`);
  }
  const wanted = scenario.datasets.flatMap((d) => d.fields);
  const fields = new Map(
    (
      await graph.field.findMany(
        VIEWER,
        wanted.map((f) => f.id),
      )
    ).flatMap((f) => (f ? [[f.id, f]] : [])),
  );
  for (const want of wanted) {
    const is = fields.get(want.id);
    const same = is?.title === want.title && is.grade === want.grade && is.personalInfo === want.personalInfo;
    if (!same) faults.push(`field ${want.title} (${want.path}) was not read back as written`);
  }
  return faults;
}

/** What a person will ask first, asked of the API: find the number, its impact, who read it. */
async function checkAnswers(scenario: Scenario, api: PublicApi): Promise<string[]> {
  const start = scenario.datasets.find((d) => d.name === SHOWPIECE.dataset);
  if (!start) return ['the scenario has no dataset to tell of'];
  const least = expectedReach(scenario, fieldIdOf(start.id, SHOWPIECE.field)).size;
  const { field } = await api.query(
    'query ($n: String!, $d: String!, $f: String!) { field(namespace: $n, dataset: $d, name: $f) { id title } }',
    { n: SHOWPIECE.namespace, d: SHOWPIECE.dataset, f: SHOWPIECE.field },
    FieldAnswer,
  );
  const faults: string[] = [];
  const { impact } = await api.query(
    `query ($id: ID!) { impact(id: $id) {
      byRing { ring fieldCount } interfaceCount completeness { complete } } }`,
    { id: field.id },
    ReachAnswer,
  );
  const direct = impact.byRing
    .filter((r) => r.ring !== 'INFLUENCED')
    .reduce((sum, r) => sum + r.fieldCount, 0);
  if (direct < least) faults.push(`impact of ${field.title} is ${direct} fields, expected ${least}`);
  if (impact.interfaceCount < 10)
    faults.push(`impact of ${field.title} is ${impact.interfaceCount} interfaces`);
  if (!impact.completeness.complete) faults.push('impact is not complete');
  const { whoAccessed } = await api.query(
    'query ($id: ID!, $a: Date!, $b: Date!) { whoAccessed(id: $id, from: $a, to: $b) { consumerCount calls } }',
    {
      id: field.id,
      a: shanghaiDay(addDays(scenario.now, -30)),
      b: shanghaiDay(addDays(scenario.now, -1)),
    },
    WhoAnswer,
  );
  if (whoAccessed.consumerCount < 10 || whoAccessed.calls < 10_000) {
    faults.push(
      `who accessed ${field.title}: ${whoAccessed.consumerCount} consumers, ${whoAccessed.calls} calls`,
    );
  }
  for (const text of ['实有人口', '证件号码', 'zjhm', '社会信用代码', 'qyzc']) {
    const { search } = await api.query(
      'query ($t: String!) { search(text: $t, first: 1) { totalCount } }',
      { t: text },
      SearchAnswer,
    );
    if (search.totalCount === 0) faults.push(`search finds nothing for ${text}`);
  }
  return faults;
}

/** Counts, datasets and fields as they are stored; returns every mismatch. */
export async function checkStored(scenario: Scenario, graph: Graph): Promise<string[]> {
  return [...(await checkCounts(scenario, graph)), ...(await checkCatalogue(scenario, graph))];
}

/** Reads back what was written; returns every mismatch. Answers that follow the change log get time to follow. */
export async function verify(scenario: Scenario, from: { graph: Graph; api: PublicApi }): Promise<string[]> {
  const stored = await checkStored(scenario, from.graph);
  if (stored.length > 0) return stored;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const faults = await checkAnswers(scenario, from.api);
    if (faults.length === 0 || Date.now() > until) return faults;
    await wait(500);
  }
}
