import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import { metrics } from '@/ui/tokens';
import { type Elements, portHeight, type Shape } from './to-elements';

export interface Point {
  x: number;
  y: number;
}

export interface Layout {
  /** Top left of each box. */
  places: Map<string, Point>;
  /** Pair id → the way that the layout kept free for it, left to right. */
  ways: Map<string, Point[]>;
}

/** Why each value: design/drawing.md §3, measured on graphs of 30 to 300 boxes. */
const OPTIONS: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
  'elk.layered.thoroughness': '7',
  'elk.layered.cycleBreaking.strategy': 'GREEDY',
  'elk.randomSeed': '1',
  // Boxes that only backflow reaches would else be packed in a block of their own above the picture.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(metrics.columnGap),
  'elk.spacing.nodeNode': String(metrics.rowGap),
  'elk.spacing.edgeNode': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.edgeEdge': '4',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '4',
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const port = (pair: string, end: 'in' | 'out') => `${end}:${pair}`;

/**
 * The graph as ELK sees it: one edge per pair of boxes at the mean height of its rows, no backflow, no self loops. Boxes
 * that only backflow reaches are left to our own placing: ELK would push them between the others.
 */
export function toElk({ shapes, pairs }: Elements): ElkNode {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const flow = pairs.filter((pair) => !pair.backflow && pair.from !== pair.to);
  const ports = new Map<string, { id: string; y: number; side: 'WEST' | 'EAST' }[]>();
  const add = (box: string, id: string, y: number, side: 'WEST' | 'EAST') => {
    const known = ports.get(box);
    if (known) known.push({ id, y, side });
    else ports.set(box, [{ id, y, side }]);
  };
  for (const pair of flow) {
    const from = byId.get(pair.from) as Shape;
    const to = byId.get(pair.to) as Shape;
    add(
      pair.from,
      port(pair.id, 'out'),
      mean(pair.lines.map((l) => portHeight(from, l.fromRow, 'out'))),
      'EAST',
    );
    add(pair.to, port(pair.id, 'in'), mean(pair.lines.map((l) => portHeight(to, l.toRow, 'in'))), 'WEST');
  }
  const joined = shapes.filter(({ id }) => ports.has(id));
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: (joined.length > 0 ? joined : shapes.slice(0, 1)).map(({ id, width, height }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: (ports.get(id) ?? []).map(({ id: portId, y, side }) => ({
        id: portId,
        x: side === 'EAST' ? width : 0,
        y,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': side },
      })),
    })),
    edges: flow.map((pair) => ({
      id: pair.id,
      sources: [port(pair.id, 'out')],
      targets: [port(pair.id, 'in')],
      layoutOptions: {
        'elk.edge.thickness': String(Math.min(40, 5 * pair.lines.length)),
        'elk.layered.priority.straightness': String(Math.min(10, pair.lines.length)),
        'elk.layered.priority.shortness': String(Math.min(10, pair.lines.length)),
      },
    })),
  };
}

/** Reads places and the ways of pairs out of ELK's answer. */
export function fromElk(answer: ElkNode): Layout {
  const places = new Map<string, Point>();
  for (const { id, x = 0, y = 0 } of answer.children ?? [])
    places.set(id, { x: Math.round(x), y: Math.round(y) });
  const ways = new Map<string, Point[]>();
  for (const edge of answer.edges ?? []) {
    const section = edge.sections?.[0];
    if (section?.bendPoints) ways.set(edge.id, [section.startPoint, ...section.bendPoints, section.endPoint]);
  }
  return { places, ways };
}

/** Height of a way at `x`: the first piece that spans it; undefined outside. */
export function heightAt(way: readonly Point[] | undefined, x: number): number | undefined {
  if (!way) return undefined;
  for (let i = 1; i < way.length; i++) {
    const a = way[i - 1] as Point;
    const b = way[i] as Point;
    if (a.y === b.y && Math.min(a.x, b.x) <= x && x <= Math.max(a.x, b.x)) return a.y;
  }
  return undefined;
}
