import type { Core, ElementDefinition, StylesheetJson } from 'cytoscape';
import { chordOf } from './curve';
import type { Scene } from './scene';

/** Cytoscape draws nothing: empty boxes and edges of opacity 0, which it still hits; the painter draws the same geometry. */
export const HIT_STYLE: StylesheetJson = [
  {
    selector: 'node',
    style: {
      shape: 'rectangle',
      width: 'data(w)',
      height: 'data(h)',
      'background-opacity': 0,
      'border-width': 0,
      'overlay-opacity': 0,
      'z-index': 2,
    },
  },
  {
    selector: 'edge',
    style: {
      opacity: 0,
      width: 9,
      'overlay-opacity': 0,
      'curve-style': 'unbundled-bezier',
      'edge-distances': 'endpoints' as never,
      'source-endpoint': 'data(se)' as never,
      'target-endpoint': 'data(te)' as never,
      'control-point-weights': 'data(weights)' as never,
      'control-point-distances': 'data(distances)' as never,
    },
  },
  {
    selector: 'edge[?lane]',
    style: {
      'curve-style': 'segments',
      'segment-weights': 'data(weights)' as never,
      'segment-distances': 'data(distances)' as never,
    },
  },
];

interface Wanted {
  definition: ElementDefinition;
  key: string;
}

function wantedOf(scene: Scene): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { shape, x, y } of scene.placed.values()) {
    const position = { x: x + shape.width / 2, y: y + shape.height / 2 };
    wanted.set(shape.id, {
      definition: { group: 'nodes', data: { id: shape.id, w: shape.width, h: shape.height }, position },
      key: `${position.x},${position.y},${shape.width},${shape.height}`,
    });
  }
  const edge = (
    id: string,
    source: string,
    target: string,
    curve: Parameters<typeof chordOf>[0],
    lane: boolean,
  ) => {
    const from = scene.placed.get(source);
    const to = scene.placed.get(target);
    if (!from || !to || source === target) return;
    const middle = (box: typeof from) => ({
      x: box.x + box.shape.width / 2,
      y: box.y + box.shape.height / 2,
    });
    const px = (point: { x: number; y: number }, box: typeof from) =>
      `${(point.x - middle(box).x).toFixed(1)}px ${(point.y - middle(box).y).toFixed(1)}px`;
    const data = {
      id,
      source,
      target,
      lane,
      ...chordOf(curve),
      se: px(curve.start, from),
      te: px(curve.end, to),
    };
    wanted.set(id, {
      definition: { group: 'edges', data },
      key: `${data.weights};${data.distances};${data.se};${data.te}`,
    });
  };
  for (const { line, curve } of scene.flow) edge(line.id, line.from, line.to, curve, false);
  for (const { pair, points } of scene.lanes) {
    const [start, end] = [points[0], points.at(-1)];
    if (start && end) edge(pair.id, pair.from, pair.to, { start, controls: points.slice(1, -1), end }, true);
  }
  return wanted;
}

/** Brings Cytoscape's elements to a scene, touching only what changed; returns the keys to compare with next time. */
export function patchElements(
  cy: Core,
  scene: Scene,
  before: ReadonlyMap<string, string>,
): Map<string, string> {
  const wanted = wantedOf(scene);
  const after = new Map<string, string>();
  const add: ElementDefinition[] = [];
  cy.batch(() => {
    const gone = [...before.keys()].filter((id) => !wanted.has(id));
    for (const id of gone) cy.getElementById(id).remove();
    for (const [id, { definition, key }] of wanted) {
      after.set(id, key);
      if (before.get(id) === key) continue;
      const known = cy.getElementById(id);
      if (known.empty()) add.push(definition);
      else {
        known.data(definition.data);
        if (definition.position) known.position(definition.position);
      }
    }
    if (add.length > 0) cy.add(add);
  });
  return after;
}
