import { gradeOfRank } from '../model/index.js';
import { answerFields, reachedDatasets, visitedFields } from './answer-set.js';
import { fieldId, layerAt } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { completenessOf } from './digest.js';
import { rings } from './edge-code.js';
import { type Ends, endsDownstream, toFacts } from './endpoints.js';
import type { Reach } from './reach.js';
import type { ImpactFacts, ReachedConsumer, ReachedInterface, VertexRef } from './types.js';
import { DIRECT, NO_BACKFLOW, NO_COARSE, START } from './walk.js';

type Counts = { fieldCount: number; datasetCount: number };

/** Everything downstream of a vertex as counts and groups, with the interfaces and consumers by name. */
export function impactOf(data: IndexData, ref: VertexRef, reach: Reach): ImpactFacts {
  const ends = endsDownstream(data, ref, reach);
  const fields = countFields(data, reach);
  const datasets = reachedDatasets(data, reach);

  const byRing = rings.map((ring) => ({ ring, fieldCount: 0, datasetCount: 0 }));
  const byDepartment = new Map<string | null, Counts>();
  const byLayer = new Map<ReturnType<typeof layerAt>, Counts>();
  const byLibrary = new Map<string | null, Counts>();
  let datasetTotal = 0;
  for (let d = 0; d < datasetCount(data); d++) {
    const ring = datasets.ring[d]!;
    if (ring === 3) continue;
    byRing[ring]!.datasetCount++;
    for (let r = 0; r < 3; r++) byRing[r]!.fieldCount += datasets.fields[d * 3 + r]!;
    if (ring === 2) continue;
    datasetTotal++;
    const derived = datasets.fields[d * 3]! + datasets.fields[d * 3 + 1]!;
    add(byDepartment, data.departments[data.departmentOf[d]!]!, derived);
    add(byLayer, layerAt(data.layerOf[d]!), derived);
    add(byLibrary, data.libraries[data.libraryOf[d]!]!, derived);
  }
  return {
    fieldCount: byRing[0]!.fieldCount + byRing[1]!.fieldCount,
    datasetCount: datasetTotal,
    byRing,
    byGrade: fields.byGrade
      .flatMap((count, rank) => (count > 0 ? [{ grade: gradeOfRank(rank), fieldCount: count }] : []))
      .reverse(),
    byDepartment: largestFirst(byDepartment, (department, counts) => ({ department, ...counts })),
    byLayer: largestFirst(byLayer, (layer, counts) => ({ layer, ...counts })),
    byLibrary: largestFirst(byLibrary, (library, counts) => ({ library, ...counts })),
    byDistance: fields.byDistance,
    viaBackflow: fields.viaBackflow,
    coarse: fields.coarse,
    interfaces: interfaceFacts(data, ends),
    consumers: consumerFacts(data, ends),
    completeness: completenessOf(
      data,
      { visitedFields: visitedFields(data, reach), visitedEdges: reach.edges },
      {
        fields: () => answerFields(data, reach),
        interfaces: ends.interfaces.keys(),
        consumers: ends.consumers.keys(),
      },
    ),
  };
}

function add<K>(groups: Map<K, Counts>, key: K, fields: number): void {
  const counts = groups.get(key);
  if (counts === undefined) groups.set(key, { fieldCount: fields, datasetCount: 1 });
  else {
    counts.fieldCount += fields;
    counts.datasetCount++;
  }
}

function largestFirst<K extends string | null, F>(
  groups: Map<K, Counts>,
  toRow: (key: K, counts: Counts) => F,
): F[] {
  const size = ([, counts]: [K, Counts]) => counts.fieldCount;
  return [...groups]
    .sort((a, b) => size(b) - size(a) || ((a[0] ?? '\uffff') < (b[0] ?? '\uffff') ? -1 : 1))
    .map(([key, counts]) => toRow(key, counts));
}

/** CLEARTEXT or MASKED, and not the start. */
const isDerived = (marks: number): boolean => (marks & START) === 0 && (marks & DIRECT) !== 0;

/** Derived fields (CLEARTEXT and MASKED) by grade rank and distance, and the two marks. */
function countFields(data: IndexData, reach: Reach) {
  const fields = fieldCount(data);
  const { ascending, order, marks, levels } = reach;
  const byGrade = new Array<number>(7).fill(0);
  let viaBackflow = 0;
  let coarse = 0;
  for (let i = 0; i < ascending.length; i++) {
    const vertex = ascending[i]!;
    const known = marks[vertex]!;
    if (vertex >= fields || !isDerived(known)) continue;
    byGrade[data.gradeOf[vertex]!]!++;
    if ((known & NO_BACKFLOW) === 0) viaBackflow++;
    if ((known & NO_COARSE) === 0) coarse++;
  }
  const byDistance: { distance: number; fieldCount: number }[] = [];
  for (let level = 0; level + 1 < levels.length; level++) {
    let atLevel = 0;
    const end = levels[level + 1]!;
    for (let i = levels[level]!; i < end; i++) {
      const vertex = order[i]!;
      if (vertex < fields && isDerived(marks[vertex]!)) atLevel++;
    }
    if (atLevel > 0) byDistance.push({ distance: level + reach.offset, fieldCount: atLevel });
  }
  return { byGrade, byDistance, viaBackflow, coarse };
}

const nearestFirst = <T extends { distance: number; code: string }>(rows: T[]): T[] =>
  rows.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));

function interfaceFacts(data: IndexData, ends: Ends): ReachedInterface[] {
  return nearestFirst(
    Array.from(ends.interfaces, ([number, end]) => {
      const exposed = new Set(end.exposures.map(({ exposure }) => data.exposures.field[exposure]!));
      return {
        code: data.interfaces[number]!,
        fields: Array.from(exposed)
          .sort((a, b) => a - b)
          .map((field) => fieldId(data, field)),
        ...toFacts(end.marks),
      };
    }),
  );
}

function consumerFacts(data: IndexData, ends: Ends): ReachedConsumer[] {
  return nearestFirst(
    Array.from(ends.consumers, ([number, end]) => ({
      code: data.consumers[number]!,
      authorizations: [...end.authorizations.keys()]
        .sort((a, b) => a - b)
        .map((authorization) => {
          const facts = data.authorizations[authorization]!;
          return { code: facts.code, interface: data.interfaces[facts.interface]! };
        }),
      ...toFacts(end.marks),
    })),
  );
}
