import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPath, highlight } from './highlight';
import type { LineageModel, ModelEdge } from './lineage-model';
import { RING_ORDER, type Ring } from './lineage-types';
import { restrictToPath } from './restrict-model';
import { changning } from './testing/changning';
import { modelOf } from './testing/lay-out';
import { randomLineage } from './testing/random-lineage';

/** Whether an edge's head is touched by knowing its tail: said over and over until nothing is new, slow and plain. */
function reachedNaively(
  model: LineageModel,
  chosen: string,
  ring: Ring,
  down: boolean,
): { rows: Set<string>; wholes: Set<string>; edges: Set<string> } {
  const box = model.boxes.get(chosen);
  const rows = new Set<string>(box ? box.rows.map(({ id }) => id) : [chosen]);
  // Boxes that are met as a whole: everything in them is reached.
  const wholes = new Set<string>(box ? [chosen] : []);
  const edges = new Set<string>();
  const rank = RING_ORDER.indexOf(ring);
  const allowed = (e: ModelEdge) =>
    rank === 2 || (e.kind === 'DIRECT' && (rank === 1 || e.masking == null || e.reversible));
  const kind = (id: string) => model.boxes.get(id)?.kind;
  for (let grew = true; grew; ) {
    grew = false;
    const add = (set: Set<string>, id: string) => {
      if (!set.has(id)) {
        set.add(id);
        grew = true;
      }
    };
    for (const e of model.edges) {
      if (!allowed(e)) continue;
      const [near, far] = down ? [e.from, e.to] : [e.to, e.from];
      const anyRow = (model.boxes.get(near.box)?.rows ?? []).some(({ id }) => rows.has(id));
      const touched =
        near.row !== null
          ? rows.has(near.row)
          : wholes.has(near.box) || (anyRow && (down || kind(near.box) === 'DATASET'));
      if (!touched) continue;
      add(edges, e.id);
      if (far.row !== null) add(rows, far.row);
      else add(wholes, far.box);
    }
    for (const id of wholes) {
      const whole = model.boxes.get(id);
      const inside = down ? whole?.kind === 'DATASET' : true;
      if (inside) for (const row of whole?.rows ?? []) add(rows, row.id);
    }
  }
  return { rows, wholes, edges };
}

describe('the path of a chosen thing', () => {
  it('equals a naive walk in both directions, ring by ring, for every graph', () => {
    fc.assert(
      fc.property(randomLineage, fc.nat(), (answer, pick) => {
        const model = modelOf(answer);
        const ids = [...model.rows.keys(), ...model.boxes.keys()];
        const chosen = ids[pick % ids.length] as string;
        const lit = highlight(model, chosen);
        const naive = RING_ORDER.map((ring) =>
          [true, false].map((down) => reachedNaively(model, chosen, ring, down)),
        );
        const edgeRing = (id: string) =>
          RING_ORDER.find((_, i) => naive[i]?.some(({ edges }) => edges.has(id)));
        for (const { id } of model.edges) expect(lit?.edges.get(id), id).toBe(edgeRing(id));
        const rowRing = (id: string) => RING_ORDER.find((_, i) => naive[i]?.some(({ rows }) => rows.has(id)));
        for (const id of model.rows.keys()) expect(lit?.reached.get(id)?.ring, id).toBe(rowRing(id));
      }),
      { numRuns: 400 },
    );
  });

  it('is all that is left when only it is shown', () => {
    fc.assert(
      fc.property(randomLineage, fc.nat(), (answer, pick) => {
        const model = modelOf(answer);
        const chosen = [...model.rows.keys(), ...model.boxes.keys()][
          pick % (model.rows.size + model.boxes.size)
        ] as string;
        const lit = highlight(model, chosen);
        const only = lit && restrictToPath(model, lit);
        expect([...(only?.edges ?? [])].map(({ id }) => id).sort()).toEqual(
          [...(lit?.edges.keys() ?? [])].sort(),
        );
        expect(only && [...(highlight(only, chosen)?.edges.keys() ?? [])].sort()).toEqual(
          [...(lit?.edges.keys() ?? [])].sort(),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('changes its ring where values are masked or only decide, and says how far it goes', () => {
    const model = modelOf(changning);
    const lit = highlight(model, 'person.zjhm');
    const ring = (id: string) => lit?.reached.get(id)?.ring;
    expect(ring('pairing.zjhm')).toBe('CLEARTEXT');
    expect(ring('homes.zjhm')).toBe('MASKED');
    expect(ring('homes.count')).toBe('INFLUENCED');
    expect(ring('app')).toBe('MASKED');
    expect(lit?.boxes.get('street')).toBe(true);
    expect(lit?.reached.get('street.zjhm')?.viaBackflow).toBe(true);
    expect(lit && countPath(model, lit, 'down')).toEqual({
      fields: 5,
      datasets: 3,
      interfaces: 1,
      consumers: 1,
    });
    expect(highlight(model, 'nothing')).toBeNull();
  });
});
