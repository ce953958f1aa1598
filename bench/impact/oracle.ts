import { ENDED_DAY, type GeneratedGraph } from '../generator.js';

/** In an oracle's rings: not reached, or the start itself. */
export const UNREACHED = 3;

/** The edges that hold on a day (none given: today), by where they start. */
interface Adjacency {
  firsts: Uint32Array;
  ends: Uint32Array;
  classes: Uint8Array;
}

/**
 * The naïve answers: a breadth-first search for each ring over plain lists of edges, nothing remembered. Its plain
 * search is also what the index's own costs are compared with.
 */
export interface Oracle {
  /** Rings by field: 0, 1, 2 or {@link UNREACHED}; on a day of January, or today. */
  rings(source: number, day?: number): Uint8Array;
  /** One plain search with counts by layer and department afterwards; the counts by group. */
  plain(source: number): Uint32Array;
}

function adjacencyOf(graph: GeneratedGraph, day: number | undefined): Adjacency {
  const { from, to, ended } = graph;
  const holds = (e: number) => day === undefined || graph.day[e]! <= day;
  const past = day !== undefined && day < ENDED_DAY ? ended.from.length : 0;
  const firsts = new Uint32Array(graph.fields + 1);
  for (let e = 0; e < from.length; e++) if (holds(e)) firsts[from[e]! + 1]!++;
  for (let e = 0; e < past; e++) firsts[ended.from[e]! + 1]!++;
  for (let v = 0; v < graph.fields; v++) firsts[v + 1]! += firsts[v]!;
  const next = firsts.slice(0, graph.fields);
  const ends = new Uint32Array(firsts[graph.fields]!);
  const classes = new Uint8Array(ends.length);
  for (let e = 0; e < from.length; e++) {
    if (!holds(e)) continue;
    const at = next[from[e]!]!++;
    ends[at] = to[e]!;
    classes[at] = graph.classOf[e]!;
  }
  for (let e = 0; e < past; e++) ends[next[ended.from[e]!]!++] = ended.to[e]!;
  return { firsts, ends, classes };
}

/** `groupOf`: the group of each field, below `groups`. */
export function createOracle(graph: GeneratedGraph, groupOf: Uint32Array, groups: number): Oracle {
  const today = adjacencyOf(graph, undefined);
  const days = new Map<number, Adjacency>();
  const queue = new Uint32Array(graph.fields);
  const seen = new Uint32Array((graph.fields + 31) >>> 5);

  function adjacencyOn(day: number | undefined): Adjacency {
    if (day === undefined) return today;
    const known = days.get(day) ?? adjacencyOf(graph, day);
    days.set(day, known);
    return known;
  }

  return {
    rings(source, day) {
      const { firsts, ends, classes } = adjacencyOn(day);
      const rings = new Uint8Array(graph.fields).fill(UNREACHED);
      for (let most = 2; most >= 0; most--) {
        const reached = new Uint8Array(graph.fields);
        reached[source] = 1;
        let tail = 0;
        queue[tail++] = source;
        for (let head = 0; head < tail; head++) {
          const v = queue[head]!;
          for (let arc = firsts[v]!; arc < firsts[v + 1]!; arc++) {
            const end = ends[arc]!;
            if (classes[arc]! > most || reached[end] === 1) continue;
            reached[end] = 1;
            rings[end] = most;
            queue[tail++] = end;
          }
        }
      }
      rings[source] = UNREACHED;
      return rings;
    },
    plain(source) {
      const { firsts, ends } = today;
      seen.fill(0);
      seen[source >>> 5]! |= 1 << source;
      let tail = 0;
      queue[tail++] = source;
      for (let head = 0; head < tail; head++) {
        const v = queue[head]!;
        const last = firsts[v + 1]!;
        for (let arc = firsts[v]!; arc < last; arc++) {
          const end = ends[arc]!;
          const bit = 1 << end;
          const word = seen[end >>> 5]!;
          if ((word & bit) !== 0) continue;
          seen[end >>> 5] = word | bit;
          queue[tail++] = end;
        }
      }
      const counts = new Uint32Array(groups);
      for (let i = 0; i < seen.length; i++) {
        for (let word = seen[i]!; word !== 0; word &= word - 1) {
          counts[groupOf[(i << 5) + 31 - Math.clz32(word & -word)]!]!++;
        }
      }
      counts[groupOf[source]!]!--;
      return counts;
    },
  };
}
