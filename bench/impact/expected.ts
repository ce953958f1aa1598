import type { LineageIndex } from '@yuanliu/graph/lineage-index';
import { departmentOf, fieldId, type GeneratedGraph, layerOf } from '../generator.js';
import { type Oracle, UNREACHED } from './oracle.js';
import { setDigests } from './set-digest.js';

type Impact = ReturnType<LineageIndex['impact']>;
const NAMES = ['CLEARTEXT', 'MASKED', 'INFLUENCED'];

/** Counts of fields and datasets by the name of a group. */
type Counts = Map<string, readonly [fields: number, datasets: number]>;

/** What the index says. */
function countsOfImpact({ byRing, byLayer, byDepartment }: Impact): Counts {
  type Group = { fieldCount: number; datasetCount: number };
  const named = <G extends Group>(groups: readonly G[], name: (group: G) => string) =>
    groups.map((group) => [name(group), [group.fieldCount, group.datasetCount]] as const);
  return new Map([
    ...named(byRing, ({ ring }) => ring),
    ...named(byLayer, ({ layer }) => `layer ${layer}`),
    ...named(byDepartment, ({ department }) => `of ${department}`),
  ]);
}

/** What it must say, counted from the oracle's rings. A dataset is in the best ring of its fields. */
function countsOfRings(graph: GeneratedGraph, rings: Uint8Array): Counts {
  const counts = new Map<string, [fields: number, datasets: number]>();
  const add = (name: string, fields: number, datasets: number) => {
    const group = counts.get(name) ?? [0, 0];
    group[0] += fields;
    group[1] += datasets;
    counts.set(name, group);
  };
  for (const name of NAMES) add(name, 0, 0);
  for (const [d, { first, size }] of graph.datasets.entries()) {
    const within = [0, 0, 0, 0];
    for (let v = first; v < first + size; v++) within[rings[v]!]!++;
    if (within[UNREACHED] === size) continue;
    const best = within.findIndex((count) => count > 0);
    for (const [ring, name] of NAMES.entries()) add(name, within[ring]!, ring === best ? 1 : 0);
    const derived = within[0]! + within[1]!;
    if (derived === 0) continue;
    add(`layer ${layerOf(graph, d)}`, derived, 1);
    add(`of ${departmentOf(graph, d)}`, derived, 1);
  }
  return counts;
}

/** Whether both count the same; a group that is not named counts nothing. */
function sameCounts(a: Counts, b: Counts): boolean {
  const nothing = [0, 0] as const;
  const within = (one: Counts, other: Counts) =>
    [...one].every(([name, [fields, datasets]]) => {
      const [otherFields, otherDatasets] = other.get(name) ?? nothing;
      return fields === otherFields && datasets === otherDatasets;
    });
  return within(a, b) && within(b, a);
}

/** Compares the index's whole answers with the oracle's. */
export function comparison(graph: GeneratedGraph, oracle: Oracle) {
  const digestOf = setDigests(graph);
  /** Whether all is the same about a field, on a day or today: every count, and the set itself. */
  return (index: LineageIndex, source: number, past?: { day: number; valid: string }): boolean => {
    const rings = oracle.rings(source, past?.day);
    const asOf = past === undefined ? {} : { valid: past.valid };
    const impact = index.impact({ kind: 'FIELD', id: fieldId(source) }, { asOf });
    return (
      sameCounts(countsOfImpact(impact), countsOfRings(graph, rings)) &&
      impact.completeness.digest === digestOf(rings)
    );
  };
}

type Diff = ReturnType<LineageIndex['diff']>;

/** Whether a comparison of a day with today tells as many fields gained, lost and moved as the oracle's rings do. */
export function sameDiff({ downstream }: Diff, before: Uint8Array, after: Uint8Array): boolean {
  let [gained, lost, moved] = [0, 0, 0];
  const rings = { before: [0, 0, 0, 0], after: [0, 0, 0, 0] };
  for (let v = 0; v < before.length; v++) {
    const [was, is] = [before[v]!, after[v]!];
    rings.before[was]!++;
    rings.after[is]!++;
    if (was === is) continue;
    if (was === UNREACHED) gained++;
    else if (is === UNREACHED) lost++;
    else moved++;
  }
  if (downstream === null) return false;
  const sameRings = (side: 'before' | 'after') =>
    NAMES.every((name, ring) => {
      const told = downstream[side].byRing.find((group) => group.ring === name)?.fieldCount ?? 0;
      return told === rings[side][ring];
    });
  const totals = [downstream.gained.total, downstream.lost.total, downstream.moved.total];
  return String(totals) === String([gained, lost, moved]) && sameRings('before') && sameRings('after');
}

/** Fields that were reached. */
export function* reachedIn(rings: Uint8Array): Iterable<number> {
  for (let v = 0; v < rings.length; v++) if (rings[v] !== UNREACHED) yield v;
}
