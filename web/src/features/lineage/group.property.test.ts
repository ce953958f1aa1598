import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupElements } from './group-elements';
import { compactElements, placeQuickly } from './group-view';
import { quickLayers, spread } from './quick-layers';
import type { Placed } from './route-edges';
import { buildScene } from './scene';
import { elementsOf, modelOf } from './testing/lay-out';
import { randomLineage } from './testing/random-lineage';

const RUNS = { numRuns: 60 };
const names = { noDepartment: '无', noLibrary: '无', interfaces: '接口', consumers: '使用方' };
const NONE: ReadonlySet<string> = new Set();

function overlaps(placed: Iterable<Placed>): string[] {
  const all = [...placed];
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) =>
          a.x < b.x + b.shape.width &&
          b.x < a.x + a.shape.width &&
          a.y < b.y + b.shape.height &&
          b.y < a.y + a.shape.height,
      )
      .map((b) => `${a.shape.id} over ${b.shape.id}`),
  );
}

describe('groups', () => {
  it('hold every box once and every edge once, and their counts add up, opened or closed', () => {
    fc.assert(
      fc.property(
        randomLineage,
        fc.constantFrom('department' as const, 'library' as const),
        fc.boolean(),
        (lineage, by, open) => {
          const model = modelOf(lineage);
          const elements = elementsOf(lineage);
          const closed = groupElements(elements, by, NONE, names);
          const keys = closed.shapes.map(({ group }) => group?.key ?? '');
          const opened = new Set(open ? keys.slice(0, 1) : []);
          const grouped = groupElements(elements, by, opened, names);
          const groups = grouped.shapes.flatMap(({ group }) => group ?? []);
          const alone = grouped.shapes.filter(({ group }) => !group);
          const inGroups = groups.reduce((sum, g) => sum + g.datasets + g.interfaces + g.consumers, 0);
          expect(inGroups + alone.length).toBe(model.boxes.size);
          expect(
            groups.every(({ members }) =>
              [...members].every((id) => model.boxes.has(id) || model.rows.has(id)),
            ),
          ).toBe(true);
          expect(new Set(groups.flatMap(({ members }) => [...members])).size).toBe(
            groups.reduce((sum, { members }) => sum + members.size, 0),
          );
          const drawn = grouped.lines.flatMap(({ edges }) => edges.map(({ id }) => id));
          expect(drawn.sort()).toEqual(model.edges.map(({ id }) => id).sort());
          // One line each way at most; those from a group to itself are loops.
          const ways = grouped.lines.map(({ from, to, style }) => `${from}>${to}${style === 'backflow'}`);
          expect(new Set(ways).size).toBe(ways.length);
        },
      ),
      RUNS,
    );
  });

  it('open in place: nothing overlaps, no other column moves, closing gives the same picture', () => {
    fc.assert(
      fc.property(randomLineage, fc.nat(), (lineage, n) => {
        const model = modelOf(lineage);
        const elements = elementsOf(lineage);
        const closed = groupElements(elements, 'library', NONE, names);
        const places = placeQuickly(closed, 26);
        const before = buildScene(model, closed, places, new Map());
        expect(overlaps(before.placed.values())).toEqual([]);
        const target = closed.shapes[n % closed.shapes.length];
        const key = target?.group?.key ?? '';
        const after = buildScene(
          model,
          groupElements(elements, 'library', new Set([key]), names),
          places,
          new Map(),
        );
        expect(overlaps(after.placed.values())).toEqual([]);
        const at = before.placed.get(target?.id ?? '');
        for (const [id, { x, y }] of before.placed) {
          const now = after.placed.get(id);
          if (id === target?.id || !now) continue;
          expect(now.x).toBe(x);
          if (x !== at?.x || y < (at?.y ?? 0)) expect(now.y).toBe(y);
        }
        expect(after.areas.map((area) => area.members.length)).toEqual([
          (target?.group?.datasets ?? 0) + (target?.group?.interfaces ?? 0) + (target?.group?.consumers ?? 0),
        ]);
        const again = buildScene(model, closed, places, new Map());
        expect([...again.placed].map(([id, { x, y }]) => [id, x, y])).toEqual(
          [...before.placed].map(([id, { x, y }]) => [id, x, y]),
        );
      }),
      RUNS,
    );
  });

  it('draw A ⇄ B as two lines and A → A as a loop', () => {
    fc.assert(
      fc.property(randomLineage, (lineage) => {
        const grouped = groupElements(elementsOf(lineage), 'library', NONE, names);
        const scene = buildScene(modelOf(lineage), grouped, placeQuickly(grouped, 26), new Map());
        const drawn = [
          ...scene.flow.map(({ line }) => line.id),
          ...scene.lanes.flatMap(({ pair }) => pair.lines.map(({ id }) => id)),
        ];
        expect(drawn.sort()).toEqual(grouped.lines.map(({ id }) => id).sort());
      }),
      RUNS,
    );
  });
});

describe('the quick layout', () => {
  it('lets nothing overlap, flows right wherever it can, and gives the same for the same', () => {
    fc.assert(
      fc.property(randomLineage, (lineage) => {
        const elements = compactElements(elementsOf(lineage));
        const places = placeQuickly(elements, 12);
        const scene = buildScene(modelOf(lineage), elements, places, new Map());
        expect(overlaps(scene.placed.values())).toEqual([]);
        expect([...placeQuickly(elements, 12)]).toEqual([...places]);
      }),
      RUNS,
    );
  });

  it('places a chain from left to right and a source beside what it feeds', () => {
    const items = ['a', 'b', 'c', 'd', 'x'].map((id) => ({ id, height: 30 }));
    const link = (from: string, to: string) => ({ from, to, weight: 1 });
    const places = quickLayers(items, [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('x', 'd')], 10);
    expect(items.map(({ id }) => places.get(id)?.layer)).toEqual([0, 1, 2, 3, 2]);
  });

  it('takes a few hundredths of a second for thousands of boxes', () => {
    const items = Array.from({ length: 3000 }, (_, i) => ({ id: `${i}`, height: 30 }));
    const links = items.flatMap((_, i) =>
      [1, 7, 40].map((step) => ({ from: `${i}`, to: `${(i + step * 3) % 3000}`, weight: 1 })),
    );
    const begun = performance.now();
    expect(quickLayers(items, links, 10).size).toBe(3000);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('keeps order and gaps while it goes as near to the wanted places as can be', () => {
    expect(spread([0, 0, 100], [10, 10, 10], 5)).toEqual([-7.5, 7.5, 100]);
  });
});
