import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES } from '@/ui/tokens';
import { contractModel } from './contract-model';
import { filterModel, middleBoxes } from './filter-model';
import { canFold, foldModel } from './fold-model';
import { highlight } from './highlight';
import { buildModel, type LineageModel } from './lineage-model';
import { RING_ORDER } from './lineage-types';
import { answer, edge, node } from './testing/answer';
import { modelOf } from './testing/lay-out';
import { randomLineage } from './testing/random-lineage';
import { hangingOn } from './use-lineage-data';

const RUNS = { numRuns: 60 };
const rank = (ring: string) => RING_ORDER.indexOf(ring as 'MASKED');

const fields = (id: string, layer: string | null, names: string[]) => [
  node({ id, kind: 'DATASET', layer, fieldCount: names.length }),
  ...names.map((name) =>
    node({
      id: `${id}.${name}`,
      kind: 'FIELD',
      datasetId: id,
      layer,
      grade: name === 'secret' ? 'L4' : 'L1',
    }),
  ),
];

// a (SOURCE) ──mask──► b (ODS) ──► c (DWD) ──► d (ADS)
//     a.name ────────► b.name ───► c.name ──► d.name (INDIRECT)
const chain = modelOf(
  answer(
    'a',
    [
      ...fields('a', 'SOURCE', ['secret', 'name']),
      ...fields('b', 'ODS', ['secret', 'name']),
      ...fields('c', 'DWD', ['secret', 'name']),
      ...fields('d', 'ADS', ['secret', 'name']),
    ],
    [
      edge('a.secret', 'b.secret', { masking: 'HASH' }),
      edge('b.secret', 'c.secret'),
      edge('c.secret', 'd.secret'),
      edge('a.name', 'b.name'),
      edge('b.name', 'c.name'),
      edge('c.name', 'd.name', { kind: 'INDIRECT' }),
    ],
  ),
);
const none = { grade: null, departments: [], sensitive: false, noMiddle: false };

describe('hiding the tables between', () => {
  it('keeps sources joined with what is made of them, with the ring of the weakest link', () => {
    expect([...middleBoxes(chain)]).toEqual(['b', 'c']);
    const { model, hidden } = filterModel(chain, { ...none, noMiddle: true });
    expect([...model.boxes.keys()]).toEqual(['a', 'd']);
    expect(
      model.edges.map(({ from, to, kind, masking, contracted }) => [
        from.row,
        to.row,
        kind,
        masking,
        contracted,
      ]),
    ).toEqual([
      ['a.secret', 'd.secret', 'DIRECT', 'HASH', 2],
      ['a.name', 'd.name', 'INDIRECT', null, 2],
    ]);
    expect(model.edges[0]?.via?.map(({ id }) => id)).toEqual(chain.edges.slice(0, 3).map(({ id }) => id));
    expect(hidden).toEqual({ boxes: 2, rows: 4, edges: 6, contracted: 2 });
  });

  it('leaves a table that nothing is made of in the picture', () => {
    const short = { ...chain, edges: chain.edges.filter(({ to }) => to.box !== 'd') };
    expect([...middleBoxes(short)]).toEqual(['b']);
  });
});

describe('filters', () => {
  it('show all when none is set', () => {
    expect(filterModel(chain, none)).toEqual({ model: chain, hidden: null });
  });

  it('lose no lineage between what stays, whatever is hidden, and say how much that is', () => {
    fc.assert(
      fc.property(randomLineage, fc.constantFrom(...GRADES), fc.boolean(), (lineage, grade, noMiddle) => {
        const whole = modelOf(lineage);
        const { model, hidden } = filterModel(whole, { ...none, grade, noMiddle });
        expect(hidden?.boxes).toBe(whole.boxes.size - model.boxes.size);
        expect(hidden?.rows).toBe(whole.rows.size - model.rows.size);
        const original = new Set(whole.edges.map(({ id }) => id));
        const kept = model.edges.filter(({ id }) => original.has(id)).length;
        expect(hidden).toMatchObject({
          edges: whole.edges.length - kept,
          contracted: model.edges.length - kept,
        });
        for (const id of model.rows.keys()) {
          const before = highlight(whole, id);
          const after = highlight(model, id);
          for (const [other, { ring }] of before?.reached ?? []) {
            if (!model.rows.has(other)) continue;
            expect(after?.reached.has(other)).toBe(true);
            expect(rank(after?.reached.get(other)?.ring ?? '')).toBeLessThanOrEqual(rank(ring));
          }
        }
      }),
      RUNS,
    );
  });

  it('come to an end where a hidden field leads back into its own box', () => {
    // a ══► b ══► c.name (hidden) ──► b.name (hidden) · b ══► a
    const round = modelOf(
      answer(
        'a',
        [
          node({ id: 'a', kind: 'DATASET', grade: 'L4' }),
          ...fields('b', null, ['secret', 'name']),
          ...fields('c', null, ['name']),
        ],
        [
          edge('a', 'b', { coarse: true }),
          edge('b', 'c.name', { coarse: true }),
          edge('c.name', 'b.name'),
          edge('b', 'a', { coarse: true }),
        ],
      ),
    );
    const { model } = filterModel(round, { ...none, grade: 'L4' });
    expect(model.edges.map(({ id }) => id)).toContain('a>b');
    expect([...model.boxes.keys()]).toEqual(['a', 'b']);
  });

  it('change no ring and join nothing anew when whole boxes are hidden', () => {
    fc.assert(
      fc.property(randomLineage, fc.integer({ min: 2, max: 4 }), (lineage, step) => {
        const whole = modelOf(lineage);
        const gone = new Set([...whole.boxes.keys()].filter((_, i) => i % step === 1));
        const model = contractModel(
          whole,
          (box) => !gone.has(box.id),
          (row) => !gone.has(row.boxId),
        );
        for (const id of model.rows.keys()) {
          const before = highlight(whole, id)?.reached ?? new Map();
          const after = highlight(model, id)?.reached ?? new Map();
          const rings = (reached: typeof before) =>
            [...reached]
              .filter(([other]) => model.rows.has(other))
              .map(([other, { ring }]) => `${other} ${ring}`);
          expect(rings(after).sort()).toEqual(rings(before).sort());
        }
      }),
      RUNS,
    );
  });
});

const picture = (model: LineageModel) => ({
  boxes: [...model.boxes.values()].map(({ id, hiddenUp, hiddenDown }) => [id, hiddenUp, hiddenDown]).sort(),
  edges: model.edges.map(({ id }) => id).sort(),
});

describe('folding a side of a box', () => {
  it('takes away only what hangs on it, counts it, and unfolding gives the same picture', () => {
    fc.assert(
      fc.property(
        randomLineage,
        fc.nat(),
        fc.constantFrom('up' as const, 'down' as const),
        (lineage, n, side) => {
          const model = modelOf(lineage);
          const before = picture(model);
          const box = [...model.boxes.keys()][n % model.boxes.size] as string;
          const folded = foldModel(model, [{ side, box }]);
          expect(canFold(model, { side, box })).toBe(folded.boxes.size < model.boxes.size);
          expect(folded.boxes.has(model.rows.get(model.start)?.boxId ?? model.start)).toBe(true);
          for (const known of folded.boxes.values()) {
            const shown = (near: 'from' | 'to', far: 'from' | 'to') =>
              new Set(
                folded.edges
                  .filter((e) => e[near].box === known.id && e[far].box !== known.id)
                  .map((e) => e[far].box),
              ).size;
            expect(known.hiddenDown + shown('from', 'to')).toBe(known.linkedDown);
            expect(known.hiddenUp + shown('to', 'from')).toBe(known.linkedUp);
          }
          expect(picture(foldModel(model, []))).toEqual(before);
          expect(picture(model)).toEqual(before);
        },
      ),
      RUNS,
    );
  });
});

describe('expanding and collapsing', () => {
  const of = (start: string, pairs: string[]) => {
    const names = new Set([start, ...pairs.flatMap((pair) => pair.split('>'))]);
    return answer(
      start,
      [...names].map((id) => node({ id, kind: 'DATASET', datasetId: id })),
      pairs.map((pair) => edge(...(pair.split('>') as [string, string]), { coarse: true })),
    );
  };
  const main = of('a', ['a>b']);
  const b = { box: 'b', answer: of('b', ['b>c', 'b>d']) };
  const c = { box: 'c', answer: of('c', ['c>e']) };
  const shown = (grown: (typeof b)[]) => picture(buildModel([main], hangingOn([main], grown), new Map()));

  it('are each other’s inverse; what hangs on a collapsed box waits for it', () => {
    const all = shown([b, c]);
    expect(all.boxes.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    // b is collapsed: c was brought by it and goes, and with c what c had brought.
    expect(shown([c])).toEqual(shown([]));
    expect(shown([b, c])).toEqual(all);
    expect(shown([b]).boxes.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
