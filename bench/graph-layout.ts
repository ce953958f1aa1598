import type { Rng } from './rng.js';

export type LayerName = 'ODS' | 'DWD' | 'DWS' | 'ADS' | 'LANDING' | null;

/** The tiers of a district's platform with their share of all fields; the last are extracts of single fields. */
export const TIERS: readonly { layer: LayerName; share: number }[] = [
  { layer: 'ODS', share: 0.34 },
  { layer: 'DWD', share: 0.27 },
  { layer: 'DWS', share: 0.18 },
  { layer: 'ADS', share: 0.12 },
  { layer: 'LANDING', share: 0.06 },
  { layer: null, share: 0.03 },
];
const EXTRACTS = TIERS.length - 1;

/** A dataset: its fields are `[first, first + size)`. */
export interface Dataset {
  first: number;
  size: number;
  tier: number;
  department: number;
}

/** Datasets of log-normal size, tier after tier; few departments have much. */
export function layOutDatasets(fields: number, rng: Rng): Dataset[] {
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
export function chooseUpstream(
  dataset: Dataset,
  datasets: readonly Dataset[],
  byTier: readonly Dataset[][],
  rng: Rng,
): Dataset[] {
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
