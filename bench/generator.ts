import type { EdgeRow, IndexRows } from '@yuanliu/graph/lineage-index';
import { createRng, type Rng, scatteredHex } from './rng.js';

type LayerName = 'ODS' | 'DWD' | 'DWS' | 'ADS' | 'LANDING' | null;

/** The tiers of a district's platform with their share of all fields; the last are extracts of single fields. */
const TIERS: readonly { layer: LayerName; share: number }[] = [
  { layer: 'ODS', share: 0.34 },
  { layer: 'DWD', share: 0.27 },
  { layer: 'DWS', share: 0.18 },
  { layer: 'ADS', share: 0.12 },
  { layer: 'LANDING', share: 0.06 },
  { layer: null, share: 0.03 },
];
const EXTRACTS = TIERS.length - 1;

export interface Shape {
  fields: number;
  seed?: number;
  edgesPerField?: number;
  /** Share of edges that lead back from the upper tiers to ODS: cycles. */
  backflow?: number;
  masked?: number;
  indirect?: number;
}

interface Dataset {
  first: number;
  size: number;
  tier: number;
  department: number;
}

/** A generated catalogue as numbers: fields by position, datasets one after another. */
export interface GeneratedGraph {
  fields: number;
  datasets: Dataset[];
  datasetOf: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** Edges from here on are backflow. */
  firstBackflow: number;
  shape: Required<Shape>;
}

/**
 * A layered lineage graph: datasets of log-normal size, few departments with much, sources chosen with a heavy head
 * (some tables and their leading columns feed much), and backflow that ties a quarter of it into one cycle.
 */
export function generateGraph(shape: Shape): GeneratedGraph {
  const full = { seed: 1, edgesPerField: 2.44, backflow: 0.05, masked: 0.08, indirect: 0.1, ...shape };
  const rng = createRng(full.seed);
  const datasets = layOutDatasets(full.fields, rng);
  const datasetOf = new Uint32Array(full.fields);
  for (const [d, { first, size }] of datasets.entries()) datasetOf.fill(d, first, first + size);
  const byTier = TIERS.map((_, tier) => datasets.filter((dataset) => dataset.tier === tier));

  const wanted = Math.round(full.fields * full.edgesPerField);
  const back = Math.round(wanted * full.backflow);
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
  while (count - firstBackflow < back) {
    const source = upper[rng.below(upper.length)]!;
    const landing = byTier[0]![rng.below(byTier[0]!.length)]!;
    const columns = Math.min(source.size, landing.size, back - (count - firstBackflow));
    for (let column = 0; column < columns; column++) {
      from[count] = source.first + column;
      to[count++] = landing.first + column;
    }
  }
  return {
    fields: full.fields,
    datasets,
    datasetOf,
    from: from.slice(0, count),
    to: to.slice(0, count),
    firstBackflow,
    shape: full,
  };
}

function layOutDatasets(fields: number, rng: Rng): Dataset[] {
  const departments = Math.max(12, Math.min(400, Math.round(Math.sqrt(fields) / 3)));
  const datasets: Dataset[] = [];
  let first = 0;
  for (const [tier, { share }] of TIERS.entries()) {
    const end = tier === EXTRACTS ? fields : Math.min(fields, first + Math.round(fields * share));
    while (first < end) {
      const drawn = tier === EXTRACTS ? 1 : Math.max(3, Math.round(Math.exp(2.6 + 0.75 * rng.normal())));
      const size = Math.min(drawn, end - first);
      datasets.push({ first, size, tier, department: Math.floor(rng.next() ** 2 * departments) });
      first += size;
    }
  }
  return datasets;
}

/** 1 to 32 datasets, mostly of the tier below, half of them from the head of the list. */
function chooseUpstream(dataset: Dataset, datasets: Dataset[], byTier: Dataset[][], rng: Rng): Dataset[] {
  const many = 1 + Math.min(31, Math.floor((1 - rng.next()) ** -0.7));
  return Array.from({ length: many }, () => {
    const dice = rng.next();
    const tier = dice < 0.85 ? dataset.tier - 1 : dice < 0.95 ? Math.max(0, dataset.tier - 2) : dataset.tier;
    const pool = byTier[tier]!;
    const at = rng.next() < 0.5 ? rng.next() : rng.next() ** 1.9;
    const chosen = pool[Math.floor(at * pool.length)]!;
    // Of its own tier only earlier ones: cycles are backflow's.
    if (chosen.tier === dataset.tier && chosen.first >= dataset.first) {
      const below = byTier[dataset.tier - 1]!;
      return below[rng.below(below.length)] ?? datasets[0]!;
    }
    return chosen;
  });
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

const SINCE = '2026-01-01T00:00:00.000Z';

/** The graph as the rows that the index is built from; nothing is held twice. */
export function rowsOf(graph: GeneratedGraph): IndexRows {
  const { shape } = graph;
  function* fields() {
    for (let v = 0; v < graph.fields; v++) {
      yield {
        id: fieldId(v),
        dataset: datasetId(graph.datasetOf[v]!),
        grade: v % 10 === 0 ? ('L4' as const) : null,
      };
    }
  }
  function* edges(): Generator<EdgeRow> {
    const rng = createRng(shape.seed + 1);
    for (let e = 0; e < graph.from.length; e++) {
      const indirect = rng.next() < shape.indirect;
      const masked = rng.next() < shape.masked;
      yield {
        id: `ed_${scatteredHex(e, 0x13c7)}`,
        from: fieldId(graph.from[e]!),
        to: fieldId(graph.to[e]!),
        kind: indirect ? 'INDIRECT' : 'DIRECT',
        subtype: indirect ? 'FILTER' : 'IDENTITY',
        masking: masked ? 'HASH' : null,
        reversible: false,
        backflow: e >= graph.firstBackflow,
        validFrom: SINCE,
        validTo: null,
        recordedAt: SINCE,
        retractedAt: null,
      };
    }
  }
  return {
    version: 1,
    datasets: graph.datasets.map((_, d) => ({
      id: datasetId(d),
      department: departmentOf(graph, d),
      library: null,
      layer: layerOf(graph, d),
    })),
    fields: fields(),
    edges: edges(),
    interfaces: [],
    exposures: [],
    consumers: [],
    authorizations: [],
  };
}

/** Fields to ask about: `random` ones in use, and the `hot` ones that feed most. */
export function pickSources(
  graph: GeneratedGraph,
  random: number,
  hot: number,
): { random: number[]; hot: number[] } {
  const feeds = new Uint32Array(graph.fields);
  for (const source of graph.from) feeds[source]!++;
  const rng = createRng(graph.shape.seed + 2);
  const used: number[] = [];
  while (used.length < random) {
    const field = rng.below(graph.fields);
    if (feeds[field]! > 0) used.push(field);
  }
  const busiest = Array.from(feeds.keys()).sort((a, b) => feeds[b]! - feeds[a]! || a - b);
  return { random: used, hot: busiest.slice(0, hot) };
}
