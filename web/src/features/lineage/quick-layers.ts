/** Something to place, with its height; and how strongly two of them are joined. */
export interface LayerItem {
  id: string;
  height: number;
}
export interface LayerLink {
  from: string;
  to: string;
  weight: number;
}

/** Column and top of each item; columns count from 0. */
export interface LayerPlace {
  layer: number;
  y: number;
}

interface Work {
  height: number[];
  out: Map<number, number>[];
  into: Map<number, number>[];
}

function workOf(items: readonly LayerItem[], links: readonly LayerLink[]): Work {
  const index = new Map(items.map(({ id }, i) => [id, i]));
  const out = items.map(() => new Map<number, number>());
  const into = items.map(() => new Map<number, number>());
  for (const { from, to, weight } of links) {
    const a = index.get(from);
    const b = index.get(to);
    if (a === undefined || b === undefined || a === b) continue;
    out[a]?.set(b, (out[a]?.get(b) ?? 0) + weight);
    into[b]?.set(a, (into[b]?.get(a) ?? 0) + weight);
  }
  return { height: items.map(({ height }) => height), out, into };
}

const sum = (map: ReadonlyMap<number, number>, alive: readonly boolean[]) => {
  let total = 0;
  for (const [other, weight] of map) if (alive[other]) total += weight;
  return total;
};

/** An order in which little flows back: sources first, sinks last, between them whoever gives most and takes least. */
function flowOrder({ out, into }: Work): number[] {
  const n = out.length;
  const alive = new Array<boolean>(n).fill(true);
  const gives = out.map((map) => sum(map, alive));
  const takes = into.map((map) => sum(map, alive));
  const head: number[] = [];
  const tail: number[] = [];
  const ready: number[] = [];
  for (let i = 0; i < n; i++) if (gives[i] === 0 || takes[i] === 0) ready.push(i);
  const remove = (i: number) => {
    alive[i] = false;
    for (const [other, weight] of out[i] ?? []) {
      if (!alive[other]) continue;
      takes[other] = (takes[other] ?? 0) - weight;
      if (takes[other] === 0) ready.push(other);
    }
    for (const [other, weight] of into[i] ?? []) {
      if (!alive[other]) continue;
      gives[other] = (gives[other] ?? 0) - weight;
      if (gives[other] === 0) ready.push(other);
    }
  };
  let left = n;
  while (left > 0) {
    let next = -1;
    while (ready.length > 0 && next < 0) {
      const i = ready.shift() as number;
      if (alive[i]) next = i;
    }
    if (next < 0) {
      let best = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < n; i++) {
        const score = (gives[i] ?? 0) - (takes[i] ?? 0);
        if (alive[i] && score > best) {
          best = score;
          next = i;
        }
      }
    }
    // What takes nothing any more is a source even if it gives nothing.
    if (gives[next] === 0 && takes[next] !== 0) tail.push(next);
    else head.push(next);
    remove(next);
    left--;
  }
  return [...head, ...tail.reverse()];
}

/** Longest way from a source, then pulled right towards what it feeds, so that lines stay short. */
function layersOf({ out, into }: Work): number[] {
  const order = flowOrder({ out, into, height: [] });
  const rank = new Array<number>(order.length).fill(0);
  order.forEach((vertex, i) => {
    rank[vertex] = i;
  });
  const layer = new Array<number>(order.length).fill(0);
  const before = (a: number, b: number) => (rank[a] ?? 0) < (rank[b] ?? 0);
  for (const vertex of order)
    for (const other of into[vertex]?.keys() ?? [])
      if (before(other, vertex)) layer[vertex] = Math.max(layer[vertex] ?? 0, (layer[other] ?? 0) + 1);
  for (const vertex of [...order].reverse()) {
    const feeds = [...(out[vertex]?.keys() ?? [])].filter((other) => before(vertex, other));
    const fed = [...(into[vertex]?.keys() ?? [])].some((other) => before(other, vertex));
    if (fed || feeds.length === 0) continue;
    layer[vertex] = Math.max(layer[vertex] ?? 0, Math.min(...feeds.map((other) => layer[other] ?? 0)) - 1);
  }
  return layer;
}

const SWEEPS = 8;

/** Positions that keep the order and the gaps and lie as near to the wanted ones as can be (pool adjacent violators). */
export function spread(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  const offset: number[] = [];
  let at = 0;
  for (const height of heights) {
    offset.push(at);
    at += height + gap;
  }
  const pools: { total: number; size: number }[] = [];
  wanted.forEach((value, i) => {
    let pool = { total: value - (offset[i] ?? 0), size: 1 };
    for (
      let last = pools.at(-1);
      last && last.total / last.size > pool.total / pool.size;
      last = pools.at(-1)
    ) {
      pool = { total: last.total + pool.total, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  });
  const tops = pools.flatMap(({ total, size }) => new Array<number>(size).fill(total / size));
  return tops.map((top, i) => top + (offset[i] ?? 0));
}

/**
 * Layered places in milliseconds for thousands of items: for views of titles only, where ELK's corridors for rows are not
 * needed. Same input, same output. Pure.
 */
export function quickLayers(
  items: readonly LayerItem[],
  links: readonly LayerLink[],
  gap: number,
): Map<string, LayerPlace> {
  const work = workOf(items, links);
  const layer = layersOf(work);
  const columns: number[][] = [];
  layer.forEach((l, i) => {
    const column = columns[l];
    if (column) column.push(i);
    else columns[l] = [i];
  });
  const y = new Array<number>(items.length).fill(0);
  for (const column of columns) {
    let at = 0;
    for (const i of column ?? []) {
      y[i] = at;
      at += (work.height[i] ?? 0) + gap;
    }
  }
  const centre = (i: number) => (y[i] ?? 0) + (work.height[i] ?? 0) / 2;
  const want = (i: number, sides: readonly ReadonlyMap<number, number>[]) => {
    let total = 0;
    let weights = 0;
    for (const side of sides) {
      for (const [other, weight] of side) {
        const pull = Math.sqrt(weight) / (1 + Math.abs((layer[other] ?? 0) - (layer[i] ?? 0)));
        total += centre(other) * pull;
        weights += pull;
      }
    }
    return weights === 0 ? null : total / weights - (work.height[i] ?? 0) / 2;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const onward = sweep % 2 === 0;
    const last = sweep >= SWEEPS - 2;
    for (const column of onward ? columns : [...columns].reverse()) {
      if (!column) continue;
      const wanted = new Map(
        column.map((i) => {
          const sides = last ? [work.into, work.out] : [onward ? work.into : work.out];
          return [
            i,
            want(
              i,
              sides.map((side) => side[i] ?? new Map()),
            ) ??
              y[i] ??
              0,
          ] as const;
        }),
      );
      if (!last) column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
      const tops = spread(
        column.map((i) => wanted.get(i) ?? 0),
        column.map((i) => work.height[i] ?? 0),
        gap,
      );
      column.forEach((i, k) => {
        y[i] = tops[k] ?? 0;
      });
    }
  }
  return new Map(items.map(({ id }, i) => [id, { layer: layer[i] ?? 0, y: Math.round(y[i] ?? 0) }]));
}
