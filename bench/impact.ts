import { BACKFLOWS, type Backflow, generateGraph } from './generator.js';
import { type Contender, cContender, neo4jContender, postgresContender } from './impact/contenders.js';
import { type Promised, promisesOf, promiseTable } from './impact/promises.js';
import { faultsOf, rowsOfShape, TABLE_HEAD } from './impact/report.js';
import { measureShape } from './impact/shape.js';
import { SIZES, type Size } from './impact/sizes.js';
import { ms } from './measure.js';
import type { BenchOptions, BenchResult } from './run.js';

const GIB = 2 ** 30;

function explain(size: Size, contenders: readonly Contender[]): string {
  const others = contenders.map(({ name }) => name).join(', ');
  return `Everything downstream of one field, counted and grouped; ${size.random} random fields in use and the ${size.hot} that feed most, put to every side one after another in one run${size.repeats > 1 ? `, ${size.repeats} times each, the best counts` : ''}. Beside the index: ${others}.
Index cold: an index that was just opened over its arrays, never asked about the field; warm: asked again. It counts by ring, mark, grade, layer, department and library; the others by layer and department, databases warm. A past day is one that was asked about twice before.
Equal answers, of the index: every count by ring, layer and department, and the set itself (SHA-256 of its ids), against a naïve search for each ring; of the others: counts by layer and department for every timed source${size.fingerprints > 0 ? `, and for ${size.fingerprints} sources of each shape the sets, by sums of random numbers of their fields` : ''}.`;
}

/** Impact of a field: the index beside Neo4j, PostgreSQL and C, on graphs of one size and each shape of backflow. */
export async function impactBench(
  say: (line: string) => void,
  { size: name = '100k', shape }: BenchOptions,
): Promise<BenchResult> {
  const size = SIZES[name];
  if (size === undefined) throw new Error(`no size ${name}: ${Object.keys(SIZES).join(', ')}`);
  const shapes = BACKFLOWS.filter((one) => shape === undefined || one === shape);
  if (shapes.length === 0) throw new Error(`no shape ${shape}: ${BACKFLOWS.join(', ')}`);
  const contenders: Contender[] = [];
  try {
    contenders.push(cContender());
    if (size.databases)
      contenders.push(await postgresContender(size.fields), await neo4jContender(size.fields));
    return await compare(say, size, shapes, contenders);
  } finally {
    for (const contender of contenders) await contender.close();
  }
}

async function compare(
  say: (line: string) => void,
  size: Size,
  shapes: readonly Backflow[],
  contenders: readonly Contender[],
): Promise<BenchResult> {
  const rows: string[] = [];
  const facts: string[] = [];
  const faults: string[] = [];
  const promises: Promised[] = [];
  for (const backflow of shapes) {
    say(`${size.fields} fields, backflow ${backflow}`);
    const graph = generateGraph({ fields: size.fields, backflow });
    const result = await measureShape(graph, size, contenders, say);
    const own = rowsOfShape(result);
    for (const line of [...TABLE_HEAD, ...own]) say(line);
    rows.push(...own);
    faults.push(...faultsOf(result));
    promises.push(...promisesOf(result, process.resourceUsage().maxRSS * 1024));
    facts.push(
      `${backflow}: ${result.graph.edges} edges, largest answer ${result.largest} fields, arrays ${Math.round(result.arrayBytes / 2 ** 20)} MiB, index built from rows in ${(result.buildMs / 1000).toFixed(1)} s, the first two questions about a past day ${result.newDayMs.map(ms).join(' and ')} ms`,
    );
  }
  const broken = promises.filter(({ kept }) => !kept);
  for (const line of [...faults, ...promiseTable(promises)]) say(line);
  const resident = (process.resourceUsage().maxRSS * 1024) / GIB;
  return {
    ok: faults.length === 0 && broken.length === 0,
    section: [
      `${size.fields} fields. ${explain(size, contenders)}`,
      '',
      `${facts.join('; ')}. Most memory that the bench had: ${resident.toFixed(1)} GiB.`,
      '',
      ...TABLE_HEAD,
      ...rows,
      ...(promises.length > 0 ? ['', ...promiseTable(promises)] : []),
    ].join('\n'),
  };
}
