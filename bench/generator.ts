import { chooseUpstream, type Dataset, type LayerName, layOutDatasets, TIERS } from './graph-layout.js';
import { createRng, type Rng, scatteredHex } from './rng.js';

/**
 * Where backflow leads: from the upper tiers to any table of ODS (one cycle of a quarter of all fields), to a few
 * landing tables of the same department (smaller cycles), or nowhere (no cycle at all).
 */
export const BACKFLOWS = ['global', 'local', 'none'] as const;
export type Backflow = (typeof BACKFLOWS)[number];

export interface Shape {
  fields: number;
  backflow?: Backflow;
  seed?: number;
  edgesPerField?: number;
  /** Share of edges that are backflow. */
  backflowShare?: number;
  masked?: number;
  indirect?: number;
}

/** A generated catalogue as numbers: fields by position, datasets one after another. */
export interface GeneratedGraph {
  fields: number;
  datasets: Dataset[];
  datasetOf: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** 0 the values pass, 1 hidden irreversibly, 2 only influence: by edge. */
  classOf: Uint8Array;
  /** Day of January since which an edge holds, by the run that made its target. */
  day: Uint8Array;
  /** Edges from here on are backflow. */
  firstBackflow: number;
  /** Edges that held from the first day to {@link ENDED_DAY} and hold no more; values passed in clear. */
  ended: { from: Uint32Array; to: Uint32Array };
  shape: Required<Shape>;
}

/** Days over which the runs of a graph are spread. */
export const DAYS = 28;
/** Day of January on which the ended edges ended. */
export const ENDED_DAY = 27;
/** One ended edge for so many that hold. */
const FOR_ONE_ENDED = 50;
/** Tables of a department to which its local backflow leads. */
const LANDINGS = 3;

/**
 * A layered lineage graph: datasets of log-normal size, few departments with much, sources chosen with a heavy head
 * (some tables and their leading columns feed much), and backflow. Graphs that differ in backflow only have all
 * their other edges in common.
 */
export function generateGraph(shape: Shape): GeneratedGraph {
  const defaults = { seed: 1, edgesPerField: 2.44, backflow: 'global', backflowShare: 0.05 } as const;
  const full = { ...defaults, masked: 0.08, indirect: 0.1, ...shape };
  const rng = createRng(full.seed);
  const datasets = layOutDatasets(full.fields, rng);
  const datasetOf = new Uint32Array(full.fields);
  for (const [d, { first, size }] of datasets.entries()) datasetOf.fill(d, first, first + size);
  const byTier = TIERS.map((_, tier) => datasets.filter((dataset) => dataset.tier === tier));

  const wanted = Math.round(full.fields * full.edgesPerField);
  const back = Math.round(wanted * full.backflowShare);
  const from = new Uint32Array(wanted);
  const to = new Uint32Array(wanted);
  let count = 0;
  const derived = datasets.reduce((sum, { tier, size }) => sum + (tier === 0 ? 0 : size), 0);
  const perField = (wanted - back) / derived;
  for (const dataset of datasets) {
    if (dataset.tier === 0) continue;
    const upstream = chooseUpstream(dataset, datasets, byTier, rng);
    for (let v = dataset.first; v < dataset.first + dataset.size; v++) {
      const sources = new Set<number>();
      for (let left = aroundMean(perField, rng); left > 0; left--) {
        const source = upstream[rng.below(upstream.length)]!;
        // Leading columns are keys and numbers of persons and enterprises: they feed most.
        sources.add(source.first + Math.floor(rng.next() ** 1.25 * source.size));
      }
      for (const source of sources) {
        if (count === wanted - back) break;
        from[count] = source;
        to[count++] = v;
      }
    }
  }
  const firstBackflow = count;
  const upper = [...byTier[3]!, ...byTier[4]!];
  const landingsOf = landings(byTier[0]!, full.backflow);
  while (full.backflow !== 'none' && count - firstBackflow < back) {
    const source = upper[rng.below(upper.length)]!;
    const among = landingsOf(source);
    const landing = among[rng.below(among.length)]!;
    const columns = Math.min(source.size, landing.size, back - (count - firstBackflow));
    for (let column = 0; column < columns; column++) {
      from[count] = source.first + column;
      to[count++] = landing.first + column;
    }
  }
  const ends = { from: from.slice(0, count), to: to.slice(0, count) };
  return {
    fields: full.fields,
    datasets,
    datasetOf,
    ...ends,
    ...propertiesOf(ends.to, datasetOf, full),
    firstBackflow,
    ended: endedBeside(ends),
    shape: full,
  };
}

/** Edges of former runs: what fed a table then came from elsewhere. */
function endedBeside({ from, to }: { from: Uint32Array; to: Uint32Array }): GeneratedGraph['ended'] {
  const count = Math.floor(from.length / FOR_ONE_ENDED);
  return {
    from: Uint32Array.from({ length: count }, (_, i) => from[i * FOR_ONE_ENDED]!),
    to: Uint32Array.from({ length: count }, (_, i) => to[(i + 1) * FOR_ONE_ENDED - 1]!),
  };
}

/** The tables to which backflow of a dataset may lead. */
function landings(ods: readonly Dataset[], backflow: Backflow): (source: Dataset) => readonly Dataset[] {
  if (backflow !== 'local') return () => ods;
  const own = new Map<number, Dataset[]>();
  for (const dataset of ods) {
    const tables = own.get(dataset.department) ?? [];
    if (tables.length < LANDINGS) tables.push(dataset);
    own.set(dataset.department, tables);
  }
  return (source) => own.get(source.department) ?? ods;
}

function propertiesOf(to: Uint32Array, datasetOf: Uint32Array, shape: Required<Shape>) {
  const rng = createRng(shape.seed + 1);
  const classOf = new Uint8Array(to.length);
  const day = new Uint8Array(to.length);
  for (let e = 0; e < to.length; e++) {
    const indirect = rng.next() < shape.indirect;
    const masked = rng.next() < shape.masked;
    classOf[e] = indirect ? 2 : masked ? 1 : 0;
    day[e] = 1 + ((Math.imul(datasetOf[to[e]!]! + 1, 0x9e3779b1) >>> 8) % DAYS);
  }
  return { classOf, day };
}

/** A whole number of at least 1, Poisson around the mean. */
function aroundMean(mean: number, rng: Rng): number {
  const limit = Math.exp(-mean);
  let drawn = 0;
  for (let product = rng.next(); product > limit; product *= rng.next()) drawn++;
  return Math.max(1, drawn);
}

export const fieldId = (field: number): string => `fd_${scatteredHex(field, 0x51ab)}`;
export const datasetId = (dataset: number): string => `ds_${scatteredHex(dataset, 0x77e1)}`;
export const layerOf = (graph: GeneratedGraph, dataset: number): LayerName =>
  TIERS[graph.datasets[dataset]!.tier]!.layer;
export const departmentOf = (graph: GeneratedGraph, dataset: number): string =>
  `D${graph.datasets[dataset]!.department}`;

/** Fields to ask about: `random` different ones in use, and the `hot` ones that feed most. */
export function pickSources(
  graph: GeneratedGraph,
  random: number,
  hot: number,
): { random: number[]; hot: number[] } {
  const feeds = new Uint32Array(graph.fields);
  for (const source of graph.from) feeds[source]!++;
  const rng = createRng(graph.shape.seed + 2);
  const used = new Set<number>();
  while (used.size < random) {
    const field = rng.below(graph.fields);
    if (feeds[field]! > 0) used.add(field);
  }
  const withFeeds = new Uint32Array(feeds.reduce((most, feed) => Math.max(most, feed), 0) + 1);
  for (const feed of feeds) withFeeds[feed]!++;
  // Ten million fields are no list to sort: only those that can be among the first are.
  let least = withFeeds.length;
  for (let enough = 0; enough < hot && least > 0; ) enough += withFeeds[--least]!;
  const busiest: number[] = [];
  for (let field = 0; field < graph.fields; field++) if (feeds[field]! >= least) busiest.push(field);
  busiest.sort((a, b) => feeds[b]! - feeds[a]! || a - b);
  return { random: [...used], hot: busiest.slice(0, hot) };
}
