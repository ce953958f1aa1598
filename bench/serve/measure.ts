import { type GeneratedGraph, pickSources } from '../generator.js';
import { createOracle } from '../impact/oracle.js';
import { ms, timed } from '../measure.js';
import { type ApiProcess, startApi } from './api-process.js';
import { catalogueFieldId, datasetName, fieldPath, NAMESPACE } from './catalogue.js';
import { type Loaded, openLoop } from './open-loop.js';
import { faultOfImpact, fieldsByRing, impactBody, timeUntilVisible, verify } from './questions.js';
import { type Watched, watch } from './watch.js';

export const PER_SECOND = 100;
export const RANDOM_FIELDS = 5_000;
export const COMPARED = 50;
export const CHANGES = 5;
/** A process that was just started still compiles. */
const WARM_UP_SECONDS = 30;
const MIB = 2 ** 20;

export interface Measured {
  rebuildMs: number;
  visibleMs: number[];
  fromFileMs: number;
  loaded: Loaded;
  watched: Watched;
  wrong: number;
  verified: { ms: number; result: Awaited<ReturnType<typeof verify>> };
}

/** Starts the API without a file and from one, changes the graph, has an answer verified, and asks for some minutes. */
export async function measure(
  graph: GeneratedGraph,
  place: Parameters<typeof startApi>[0],
  minutes: number,
  say: (line: string) => void,
): Promise<Measured> {
  let api: ApiProcess = await startApi(place);
  try {
    const rebuildMs = api.readyMs;
    say(`ready without a file in ${ms(rebuildMs)} ms`);
    const wrong = await compare(graph, api);
    const visibleMs = await changes(graph, api, say);
    const [busiest = 0] = pickSources(graph, 0, 1).hot;
    const verified = await timed(() => verify(api.url, catalogueFieldId(graph, busiest)));
    say(
      `impact of the field that feeds most verified in ${ms(verified.ms)} ms: ${JSON.stringify(verified.result)}`,
    );
    await api.stop();
    api = await startApi(place);
    const fromFileMs = api.readyMs;
    say(`ready from its file in ${ms(fromFileMs)} ms`);
    const { random } = pickSources(graph, RANDOM_FIELDS, 0);
    const bodies = random.map((field) => impactBody(catalogueFieldId(graph, field)));
    const load = (seconds: number) =>
      openLoop({
        url: `${api.url}/graphql`,
        perSecond: PER_SECOND,
        seconds,
        bodyOf: (i) => bodies[i % bodies.length]!,
        faultOf: faultOfImpact,
      });
    await load(WARM_UP_SECONDS);
    const stopWatching = watch(api);
    const loaded = await load(minutes * 60);
    const watched = await stopWatching();
    for (const line of loaded.errors.size > 0 ? api.lastErrors() : []) say(line);
    say(`resident, MiB: ${watched.resident.map((bytes) => Math.round(bytes / MIB)).join(' ')}`);
    say(`longest turn of the loop, ms: ${watched.loopMax.map((one) => one.toFixed(0)).join(' ')}`);
    return { rebuildMs, visibleMs, fromFileMs, loaded, watched, wrong, verified };
  } finally {
    await api.stop();
  }
}

/** How many of some fields are counted otherwise over GraphQL than by the oracle, ring by ring. */
async function compare(graph: GeneratedGraph, api: ApiProcess): Promise<number> {
  const oracle = createOracle(graph, new Uint32Array(graph.fields), 1);
  let wrong = 0;
  for (const field of pickSources(graph, COMPARED, 0).random) {
    const expected = [0, 0, 0, 0];
    for (const ring of oracle.rings(field)) expected[ring]!++;
    const told = await fieldsByRing(api.url, catalogueFieldId(graph, field));
    if (told.some((count, ring) => count !== expected[ring])) wrong++;
  }
  return wrong;
}

/** Milliseconds until each of some changes, one after another, was in the answers. */
async function changes(
  graph: GeneratedGraph,
  api: ApiProcess,
  say: (line: string) => void,
): Promise<number[]> {
  const visible: number[] = [];
  // Extracts are last: nothing is downstream of them, so that what is added is all that there is.
  for (let field = graph.fields - CHANGES; field < graph.fields; field++) {
    const dataset = datasetName(graph.datasetOf[field]!);
    const of = {
      id: catalogueFieldId(graph, field),
      namespace: NAMESPACE,
      dataset,
      column: fieldPath(graph, field),
    };
    visible.push(await timeUntilVisible(api.url, of, `bench.change_${crypto.randomUUID()}`));
  }
  say(`changes seen after ${visible.map(ms).join(', ')} ms`);
  return visible;
}
