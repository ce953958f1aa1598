import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePoints } from './curve';
import { fitElements, heightsOf } from './fit-elements';
import type { Point } from './graph-layout';
import { compactElements, placeInBands } from './group-view';
import { buildModel } from './lineage-model';
import { placeBoxes } from './place-boxes';
import type { Placed } from './route-edges';
import { buildScene, type Scene } from './scene';
import { changning } from './testing/changning';
import { elementsOf, layOut, modelOf } from './testing/lay-out';
import { randomLineage } from './testing/random-lineage';
import { type Elements, toElements } from './to-elements';

const RUNS = { numRuns: 60 };

function overlaps(placed: Iterable<Placed>): string[] {
  const boxes = [...placed];
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.x < b.x + b.shape.width &&
          b.x < a.x + a.shape.width &&
          a.y < b.y + b.shape.height &&
          b.y < a.y + a.shape.height,
      )
      .map((b) => `${a.shape.id} and ${b.shape.id}`),
  );
}

const inside = ({ x, y, shape }: Placed, p: Point) =>
  p.x > x + 0.5 && p.x < x + shape.width - 0.5 && p.y > y + 0.5 && p.y < y + shape.height - 0.5;

/** Points along the straight pieces of a lane. */
function along(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((b, i) => {
    const a = points[i] as Point;
    const n = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 10));
    return Array.from({ length: n + 1 }, (_, k) => ({
      x: a.x + ((b.x - a.x) * k) / n,
      y: a.y + ((b.y - a.y) * k) / n,
    }));
  });
}

const lanesInBoxes = (scene: Scene) =>
  scene.lanes.flatMap(({ pair, points }) =>
    along(points).flatMap((p) =>
      [...scene.placed.values()]
        .filter((box) => inside(box, p))
        .map((box) => `${pair.id} in ${box.shape.id}`),
    ),
  );

/** A part of the boxes and what joins them: the picture before something was expanded. */
function half(elements: Elements, keep: (i: number) => boolean): Elements {
  const shapes = elements.shapes.filter((_, i) => keep(i));
  const ids = new Set(shapes.map(({ id }) => id));
  const pairs = elements.pairs.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { shapes, pairs, lines: pairs.flatMap(({ lines }) => lines) };
}

describe('the picture of any lineage', () => {
  it('has no two boxes over each other, targets right of their sources, and ways back that meet no box', async () => {
    await fc.assert(
      fc.asyncProperty(randomLineage, async (answer) => {
        const elements = elementsOf(answer);
        const { places, ways } = await layOut(elements);
        const scene = buildScene(modelOf(answer), elements, places, ways);
        expect(overlaps(scene.placed.values())).toEqual([]);
        for (const { line } of scene.flow) {
          const from = scene.placed.get(line.from) as Placed;
          const to = scene.placed.get(line.to) as Placed;
          if (line.from !== line.to) expect(to.x).toBeGreaterThan(from.x + from.shape.width);
        }
        expect(lanesInBoxes(scene)).toEqual([]);
        const drawn = [
          ...scene.flow.map(({ line }) => line),
          ...scene.lanes.flatMap(({ pair }) => pair.lines),
        ];
        expect(new Set(drawn.flatMap(({ edges }) => edges.map(({ id }) => id))).size).toBe(
          answer.edges.length,
        );
      }),
      RUNS,
    );
  });

  it('is the same again for the same lineage', async () => {
    await fc.assert(
      fc.asyncProperty(randomLineage, async (answer) => {
        const [a, b] = [await layOut(elementsOf(answer)), await layOut(elementsOf(answer))];
        expect([...a.places]).toEqual([...b.places]);
      }),
      { numRuns: 25 },
    );
  });

  it('moves no box that is there when others are added, and still lets none overlap', async () => {
    await fc.assert(
      fc.asyncProperty(randomLineage, fc.integer({ min: 2, max: 4 }), async (answer, step) => {
        const all = elementsOf(answer);
        const before = half(all, (i) => i % step === 0);
        const { places } = await layOut(before);
        const after = placeBoxes(all.shapes, all.pairs, places);
        for (const [id, place] of places) expect(after.get(id)).toEqual(place);
        expect(after.size).toBe(all.shapes.length);
        const scene = buildScene(modelOf(answer), all, after, new Map());
        expect(overlaps(scene.placed.values())).toEqual([]);
        for (const [id, { x, y }] of scene.placed)
          if (places.has(id)) expect({ x, y }).toEqual(places.get(id));
        expect(lanesInBoxes(scene)).toEqual([]);
        expect([...placeBoxes(all.shapes, all.pairs, places)]).toEqual([...after]);
      }),
      RUNS,
    );
  });

  it('stands in bands by department in the group view, each box once and none over another', async () => {
    await fc.assert(
      fc.asyncProperty(randomLineage, async (answer) => {
        const elements = compactElements(elementsOf(answer));
        const { places, bands } = placeInBands(elements, await layOut(elements));
        const scene = buildScene(modelOf(answer), elements, places, new Map(), bands);
        expect(overlaps(scene.placed.values())).toEqual([]);
        expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(elements.shapes.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('opening a box', () => {
  it('keeps its top left, moves only boxes below it in its column, and undoes that on closing', async () => {
    const wide = { ...changning, nodes: changning.nodes.map((n) => ({ ...n })) };
    for (let i = 0; i < 14; i++) {
      wide.nodes.push({
        ...(wide.nodes[1] as (typeof wide.nodes)[0]),
        id: `truck.more${i}`,
        label: `其他${i}`,
      });
    }
    const model = modelOf(wide);
    const closed = toElements(model, new Set());
    const open = toElements(model, new Set(['truck']));
    const { places, ways } = await layOut(closed);
    const before = buildScene(model, closed, places, ways).placed;
    const after = buildScene(model, open, places, ways).placed;
    const truck = before.get('truck') as Placed;
    expect(after.get('truck')?.shape.height).toBeGreaterThan(truck.shape.height);
    expect(overlaps(after.values())).toEqual([]);
    for (const [id, { x, y }] of before) {
      const now = after.get(id) as Placed;
      expect(now.x).toBe(x);
      if (x !== truck.x || y <= truck.y) expect(now.y).toBe(y);
    }
    expect([...buildScene(model, closed, places, ways).placed.values()].map(({ x, y }) => [x, y])).toEqual(
      [...before.values()].map(({ x, y }) => [x, y]),
    );
  });
});

describe('a line that passes a column', () => {
  it('goes between its boxes, not under them', async () => {
    const elements = elementsOf(changning);
    const { places, ways } = await layOut(elements);
    const scene = buildScene(modelOf(changning), elements, places, ways);
    const crossing = scene.flow.flatMap(({ line, curve }) =>
      samplePoints(curve).flatMap((p) =>
        [...scene.placed.values()]
          .filter(({ shape }) => shape.id !== line.from && shape.id !== line.to)
          .filter((box) => inside(box, p))
          .map((box) => `${line.id} under ${box.shape.id}`),
      ),
    );
    expect(crossing).toEqual([]);
  });
});

describe('expanding', () => {
  it('moves no box by a pixel though some of them get more rows, and loses none of the edges', async () => {
    await fc.assert(
      fc.asyncProperty(randomLineage, fc.integer({ min: 2, max: 4 }), async (answer, step) => {
        const some = { ...answer, edges: answer.edges.filter((_, i) => i % step === 0) };
        const first = elementsOf(some);
        const { places, ways } = await layOut(first);
        const before = buildScene(modelOf(some), first, places, ways);
        const grown = buildModel([some], [answer], new Map());
        const arranged = { places, ways, heights: heightsOf(first.shapes, new Map()) };
        const elements = fitElements(grown, new Set(), arranged);
        const all = placeBoxes(elements.shapes, elements.pairs, places);
        const after = buildScene(grown, elements, all, ways);
        for (const [id, { x, y }] of before.placed) {
          expect({ x: after.placed.get(id)?.x, y: after.placed.get(id)?.y }).toEqual({ x, y });
        }
        expect(overlaps(after.placed.values())).toEqual([]);
        const drawn = elements.lines.flatMap(({ edges }) => edges.map(({ id }) => id));
        expect(new Set(drawn).size).toBe(answer.edges.length);
      }),
      RUNS,
    );
  });
});
