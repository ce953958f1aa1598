import { hasBit } from './bit-set.js';
import { datasetCount, fieldCount, type IndexData, vertexCount } from './data.js';

/**
 * A vertex of the largest cycle (strongly connected component) among the edges that hold, and the size of it; hubs
 * count. Tarjan's method without recursion: linear, every edge once.
 */
export function largestComponent(data: IndexData): { vertex: number; size: number } {
  const vertices = vertexCount(data);
  const fields = fieldCount(data);
  const hubsIn = fields + datasetCount(data);
  const { live, lift } = data.forward;
  const { datasetOf, fieldStart } = data;
  const low = new Uint32Array(vertices);
  const onStack = new Uint8Array(vertices);
  const stack = new Uint32Array(vertices);
  const path = new Uint32Array(vertices);
  const cursor = new Uint32Array(vertices);
  let counted = 0;
  let stacked = 0;
  const best = { vertex: 0, size: 0 };

  /** Successors by position: arcs, then the structural ones. -1 = no more. */
  const successor = (vertex: number, position: number): number => {
    const arc = live.offsets[vertex]! + position;
    if (arc < live.offsets[vertex + 1]!) return live.to[arc]!;
    if (lift === null || !hasBit(lift, vertex)) return -1;
    const beyond = arc - live.offsets[vertex + 1]!;
    if (vertex < fields) return beyond === 0 ? fields + datasetOf[vertex]! : -1;
    if (vertex < hubsIn) return -1;
    const dataset = vertex - hubsIn;
    const field = fieldStart[dataset]! + beyond;
    if (field < fieldStart[dataset + 1]!) return field;
    return field === fieldStart[dataset + 1]! ? fields + dataset : -1;
  };
  // `order` of a vertex is where it stands on the stack's history; 0 = not met.
  const order = new Uint32Array(vertices);
  const enter = (vertex: number) => {
    order[vertex] = low[vertex] = ++counted;
    onStack[vertex] = 1;
    stack[stacked++] = vertex;
  };
  for (let root = 0; root < vertices; root++) {
    if (order[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      const vertex = path[depth]!;
      const target = successor(vertex, cursor[vertex]!++);
      if (target >= 0) {
        if (order[target] === 0) {
          path[++depth] = target;
          enter(target);
        } else if (onStack[target] === 1 && order[target]! < low[vertex]!) low[vertex] = order[target]!;
        continue;
      }
      if (low[vertex] === order[vertex]) {
        const end = stacked;
        let member: number;
        do {
          member = stack[--stacked]!;
          onStack[member] = 0;
        } while (member !== vertex);
        if (end - stacked > best.size) {
          best.size = end - stacked;
          best.vertex = vertex;
        }
      }
      if (--depth >= 0 && low[vertex]! < low[path[depth]!]!) low[path[depth]!] = low[vertex]!;
    }
  }
  return best;
}
