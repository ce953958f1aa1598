import { firstExposure } from './build-access.js';
import { edgeOf } from './csr.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { eachArc } from './degree.js';
import { completenessOf } from './digest.js';
import { BACKFLOW, CLASS, edgeClass, rings } from './edge-code.js';
import { authorizesEdge, exposesEdge, flowEdge, vertexRef } from './edge-facts.js';
import { compareIds } from './id-table.js';
import { type PathGraph, pathGraph } from './path-graph.js';
import { createPathScratch, type FoundPath, type PathScratch, searchPath } from './path-search.js';
import type { ReachEngine } from './reach.js';
import type { Scope } from './scope.js';
import { numberOf } from './seeds.js';
import type { StopSignal } from './stop.js';
import type { LineageEdgeFacts, PathFacts, PathsFacts, VertexRef } from './types.js';

/** Paths with one beginning that do not go on to a `banned` vertex, none shorter than `bound`; the shortest if known. */
interface Part {
  prefix: readonly number[];
  hops: number;
  banned: ReadonlySet<number>;
  bound: number;
  path: FoundPath | null;
  serial: number;
}

/**
 * Loopless paths, shortest first, `first` of them and one look for another. Yen's method with Lawler's partition: each
 * taken path splits its part into smaller ones. Only the part that may hold the next path is searched, and no further
 * than the next best one could be.
 */
export function createPaths(engine: ReachEngine) {
  let scratch: PathScratch | undefined;
  return (from: VertexRef, to: VertexRef, first: number, scope: Scope, stop?: StopSignal): PathsFacts => {
    const { data } = engine;
    for (const ref of [from, to]) numberOf(data, ref);
    const graph = pathGraph(engine, from, to, scope, stop);
    if (graph === null) return pathsFacts(data, [], false, false);
    scratch ??= createPathScratch(graph.size);
    const room = scratch;
    const parts: Part[] = [];
    let serial = 0;
    const add = (part: Omit<Part, 'bound' | 'path' | 'serial'>) => {
      const bound = part.hops + graph.hopsLeft(part.prefix.at(-1)!);
      if (Number.isFinite(bound)) parts.push({ ...part, bound, path: null, serial: serial++ });
    };
    const isBefore = (a: Part, b: Part) =>
      a.bound - b.bound || Number(b.path !== null) - Number(a.path !== null) || a.serial - b.serial;
    const isFirst = (a: Part, b: Part) => (isBefore(b, a) < 0 ? b : a);
    let over = graph.over;
    /** Takes out the part with the shortest of all remaining paths. */
    const next = (): (Part & { path: FoundPath }) | null => {
      while (parts.length > 0) {
        const best = parts.reduce(isFirst);
        parts.splice(parts.indexOf(best), 1);
        const { path } = best;
        if (path !== null) return { ...best, path };
        const limit = parts.reduce((least, part) => Math.min(least, part.bound), Infinity);
        const found = searchPath(graph, room, best, limit, stop);
        if (found === null) {
          over = true;
          parts.push(best);
          return null;
        }
        if (found.bound < Infinity) parts.push({ ...best, ...found });
      }
      return null;
    };
    add({ prefix: [graph.start], hops: 0, banned: new Set() });
    const taken: FoundPath[] = [];
    while (taken.length < first) {
      const best = next();
      if (best === null) break;
      const { vertices } = best.path;
      taken.push(best.path);
      let hops = 0;
      for (let length = 1; length < vertices.length; length++) {
        if (length >= best.prefix.length) {
          const banned = new Set(length === best.prefix.length ? best.banned : []);
          add({ prefix: vertices.slice(0, length), hops, banned: banned.add(vertices[length]!) });
        }
        hops += isStructural(data, graph, vertices[length - 1]!, vertices[length]!) ? 0 : 1;
      }
    }
    const more = over ? parts.length > 0 : next() !== null || over;
    const paths = taken.map((path) => pathFacts(data, graph, path.vertices.slice(1, -1), scope));
    return pathsFacts(data, paths, more, over);
  };
}

/** Whether a step only says where a vertex belongs and is no edge. */
function isStructural(data: IndexData, graph: PathGraph, from: number, to: number): boolean {
  if (from === graph.start || to === graph.goal) return true;
  const fields = fieldCount(data);
  const hubsIn = fields + datasetCount(data);
  if (to >= graph.firstInterface) return false;
  if (from < fields) return to === fields + data.datasetOf[from]!;
  return from >= hubsIn && (to < fields || to === from - datasetCount(data));
}

function pathFacts(data: IndexData, graph: PathGraph, steps: readonly number[], scope: Scope): PathFacts {
  const fields = fieldCount(data);
  const refOf = (vertex: number): VertexRef => {
    if (vertex >= graph.firstConsumer) {
      return { kind: 'CONSUMER', id: data.consumers[vertex - graph.firstConsumer]! };
    }
    if (vertex >= graph.firstInterface) {
      return { kind: 'INTERFACE', id: data.interfaces[vertex - graph.firstInterface]! };
    }
    return vertexRef(data, vertex);
  };
  const vertices = [refOf(steps[0]!)];
  const edges: LineageEdgeFacts[] = [];
  for (let i = 1; i < steps.length; i++) {
    const [from, to] = [steps[i - 1]!, steps[i]!];
    if (!isStructural(data, graph, from, to)) {
      edges.push(edgeBetween(data, graph, from, to, scope, steps[i - 2]));
      vertices.push(refOf(to));
    } else if (to < fields) {
      // Through a whole dataset into one of its fields: the field is where the path goes on.
      vertices[vertices.length - 1] = refOf(to);
    }
  }
  return { vertices, edges, ring: rings[Math.max(0, ...edges.map(edgeClass))]! };
}

/**
 * Of parallel edges the one that hands on most: the best class, no backflow, the first id. `before`: the field before
 * an interface, which the authorisation of the next step must cover.
 */
function edgeBetween(
  data: IndexData,
  graph: PathGraph,
  from: number,
  to: number,
  scope: Scope,
  before: number | undefined,
): LineageEdgeFacts {
  if (to >= graph.firstConsumer) {
    const of = from - graph.firstInterface;
    const consumer = to - graph.firstConsumer;
    const covers = (exposure: number) => before === undefined || data.exposures.field[exposure] === before;
    const authorization = data.authorizationsOfInterface[of]!.find((a) => {
      const facts = data.authorizations[a]!;
      return facts.consumer === consumer && facts.exposures.some(covers) && scope.authorized(a);
    });
    return authorizesEdge(data, authorization!);
  }
  if (to >= graph.firstInterface) {
    let best = -1;
    const { field, attributes } = data.exposures;
    for (let x = firstExposure(data.exposures, from); field[x] === from; x++) {
      if (data.exposures.interface[x] !== to - graph.firstInterface) continue;
      if (best < 0 || (attributes[x]! & CLASS) < (attributes[best]! & CLASS)) best = x;
    }
    return exposesEdge(data, best);
  }
  let best = -1;
  const weight = (edge: number) =>
    (data.edges.flags[edge]! & CLASS) * 2 + ((data.edges.flags[edge]! & BACKFLOW) === 0 ? 0 : 1);
  eachArc(data, data.forward, scope, from, (arcs, arc) => {
    if (arcs.to[arc] !== to) return;
    const edge = edgeOf(arcs, arc);
    const order = best < 0 ? -1 : weight(edge) - weight(best) || compareIds(data.edges.ids, edge, best);
    if (order < 0) best = edge;
  });
  return flowEdge(data, best, from, to);
}

function pathsFacts(data: IndexData, paths: PathFacts[], more: boolean, over: boolean): PathsFacts {
  const edges = new Set(paths.flatMap((path) => path.edges.map((edge) => edge.id)));
  const onPaths = (kind: VertexRef['kind']) =>
    new Set(
      paths
        .flatMap((path) => path.vertices)
        .filter((ref) => ref.kind === kind)
        .map((ref) => numberOf(data, ref)),
    );
  const fields = onPaths('FIELD');
  return {
    paths,
    more,
    completeness: completenessOf(
      data,
      {
        visitedFields: fields.size,
        visitedEdges: edges.size,
        reason: over ? 'DEADLINE' : more ? 'FIRST' : null,
      },
      () => ({
        fields: [...fields].sort((a, b) => a - b),
        datasets: onPaths('DATASET'),
        interfaces: onPaths('INTERFACE'),
        consumers: onPaths('CONSUMER'),
      }),
    ),
  };
}
