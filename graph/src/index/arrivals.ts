import { firstExposure } from './build-access.js';
import { fieldId } from './build-catalogue.js';
import { edgeOf, rowOf } from './csr.js';
import { type Arcs, datasetCount, fieldCount, type IndexData, vertexCount } from './data.js';
import { CLASS, rings } from './edge-code.js';
import { membersOf, numberOf } from './seeds.js';
import { isOver, QuestionOverdue, type StopSignal } from './stop.js';
import { ALWAYS, type ExposureArrival, type QueryOptions, type VertexRef } from './types.js';

const NEVER = 0xffffffff;
const STEPS_BETWEEN_LOOKS = 4096;

/** Times of the spans that are not retracted: arrivals are start times, so their ranks are enough. */
interface Clock {
  /** Rank of each span's start + 1; 0 = before everything; NEVER = retracted. */
  startRank: Uint32Array;
  /** Start time by rank - 1. */
  times: Float64Array;
  ends: Float64Array;
}

function clockOf(data: IndexData): Clock {
  const { validFrom, validTo, retractedAt } = data.spans;
  const known = Array.from(validFrom).filter((_, span) => retractedAt[span] === Number.POSITIVE_INFINITY);
  const times = Float64Array.from([...new Set(known)].sort((a, b) => a - b));
  const rank = new Map(Array.from(times, (time, i) => [time, i + 1]));
  const startRank = Uint32Array.from(validFrom, (from, span) =>
    retractedAt[span] === Number.POSITIVE_INFINITY ? rank.get(from)! : NEVER,
  );
  return { startRank, times, ends: validTo };
}

/**
 * Earliest arrival of the start's data by vertex, as rank (model §5): `min over u→v of max(arrival(u), validFrom)`
 * where that is before `validTo`. Buckets by rank, each vertex settled in the order of time; cycles need no care.
 */
function arrivalRanks(
  data: IndexData,
  clock: Clock,
  starts: readonly number[],
  maxClass: number,
  look: () => void,
): Uint32Array {
  const arrival = new Uint32Array(vertexCount(data)).fill(NEVER);
  const settled = new Uint8Array(arrival.length);
  const buckets: (number[] | undefined)[] = new Array(clock.times.length + 1);
  const fields = fieldCount(data);
  const hubsIn = fields + datasetCount(data);
  const reachAt = (vertex: number, rank: number) => {
    if (rank >= arrival[vertex]!) return;
    arrival[vertex] = rank;
    const bucket = buckets[rank];
    if (bucket === undefined) buckets[rank] = [vertex];
    else bucket.push(vertex);
  };
  const follow = (arcs: Arcs, vertex: number, rank: number) => {
    const row = rowOf(arcs.rows, vertex);
    if (row < 0) return;
    for (let arc = arcs.offsets[row]!; arc < arcs.offsets[row + 1]!; arc++) {
      if ((arcs.flags[arc]! & CLASS) > maxClass) continue;
      const span = data.edges.span[edgeOf(arcs, arc)]!;
      const start = clock.startRank[span]!;
      if (start === NEVER) continue;
      const at = Math.max(rank, start);
      if (at === 0 || clock.times[at - 1]! < clock.ends[span]!) reachAt(arcs.to[arc]!, at);
    }
  };
  for (const vertex of starts) reachAt(vertex, 0);
  for (let rank = 0; rank < buckets.length; rank++) {
    const bucket = buckets[rank] ?? [];
    for (let i = 0; i < bucket.length; i++) {
      const vertex = bucket[i]!;
      if (settled[vertex] === 1) continue;
      settled[vertex] = 1;
      look();
      follow(data.forward.live, vertex, rank);
      if (data.forward.past !== null) follow(data.forward.past, vertex, rank);
      if (vertex < fields) reachAt(fields + data.datasetOf[vertex]!, rank);
      if (vertex < hubsIn) continue;
      const dataset = vertex - hubsIn;
      reachAt(fields + dataset, rank);
      for (let v = data.fieldStart[dataset]!; v < data.fieldStart[dataset + 1]!; v++) reachAt(v, rank);
    }
    buckets[rank] = undefined;
  }
  return arrival;
}

/** Hops from the start over current and ended edges, whatever their times. */
function hopsOverAllTimes(
  data: IndexData,
  clock: Clock,
  starts: readonly number[],
  look: () => void,
): Uint32Array {
  const hops = new Uint32Array(vertexCount(data)).fill(NEVER);
  const fields = fieldCount(data);
  const hubsIn = fields + datasetCount(data);
  let level: number[] = [];
  let next: number[] = [];
  const put = (vertex: number, distance: number, into: number[]) => {
    if (hops[vertex] !== NEVER) return;
    hops[vertex] = distance;
    into.push(vertex);
    if (vertex < fields) put(fields + data.datasetOf[vertex]!, distance, into);
    if (vertex < hubsIn) return;
    const dataset = vertex - hubsIn;
    put(fields + dataset, distance, into);
    for (let v = data.fieldStart[dataset]!; v < data.fieldStart[dataset + 1]!; v++) put(v, distance, into);
  };
  for (const vertex of starts) put(vertex, 0, level);
  const { live, past } = data.forward;
  for (let distance = 1; level.length > 0; distance++) {
    for (const vertex of level) {
      look();
      for (const arcs of past === null ? [live] : [live, past]) {
        const row = rowOf(arcs.rows, vertex);
        if (row < 0) continue;
        for (let arc = arcs.offsets[row]!; arc < arcs.offsets[row + 1]!; arc++) {
          if (clock.startRank[data.edges.span[edgeOf(arcs, arc)]!] !== NEVER)
            put(arcs.to[arc]!, distance, next);
        }
      }
    }
    [level, next] = [next, []];
  }
  return hops;
}

/** Looks at the clock every few thousand steps; the answer cannot say that it is cut, so it is not given. */
function looker(stop: StopSignal | undefined): () => void {
  let steps = 0;
  return () => {
    if (++steps % STEPS_BETWEEN_LOOKS === 0 && isOver(stop)) throw new QuestionOverdue();
  };
}

/** Answers `exposureArrivals` over one index; the clock is made at the first question. */
export function createArrivals(data: IndexData) {
  let clock: Clock | undefined;
  return (ref: VertexRef, options?: Pick<QueryOptions, 'stop'>): ExposureArrival[] => {
    const look = looker(options?.stop);
    const number = numberOf(data, ref);
    if (ref.kind === 'INTERFACE' || ref.kind === 'CONSUMER') return [];
    clock ??= clockOf(data);
    const { times } = clock;
    const starts = ref.kind === 'FIELD' ? [number] : membersOf(data, number);
    const byClass = [0, 1, 2].map((maxClass) => arrivalRanks(data, clock!, starts, maxClass, look));
    const hops = hopsOverAllTimes(data, clock, starts, look);
    const timeOf = (rank: number) => (rank === 0 ? ALWAYS : new Date(times[rank - 1]!).toISOString());

    const rows: ExposureArrival[] = [];
    const { exposures } = data;
    for (let field = 0; field < fieldCount(data); field++) {
      if (exposures.exposed[field] === 0 || byClass[2]![field] === NEVER) continue;
      const ofInterface = new Map<number, number>();
      for (let x = firstExposure(exposures, field); exposures.field[x] === field; x++) {
        const edgeClass = exposures.attributes[x]! & CLASS;
        ofInterface.set(
          exposures.interface[x]!,
          Math.min(edgeClass, ofInterface.get(exposures.interface[x]!) ?? 2),
        );
      }
      for (const [of, edgeClass] of ofInterface) {
        const arrivals: ExposureArrival['arrivals'] = [];
        let best = NEVER;
        for (let ring = edgeClass; ring < 3; ring++) {
          const rank = byClass[ring]![field]!;
          if (rank >= best) continue;
          arrivals.push({ ring: rings[ring]!, arrivesAt: timeOf(rank) });
          best = rank;
        }
        rows.push({
          interface: data.interfaces[of]!,
          field: fieldId(data, field),
          arrivesAt: timeOf(best),
          ring: arrivals[0]!.ring,
          distance: hops[field]! + 1,
          arrivals,
        });
      }
    }
    return rows.sort((a, b) => (a.interface < b.interface ? -1 : a.interface > b.interface ? 1 : 0));
  };
}
