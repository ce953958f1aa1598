import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeRows } from './edge-rows';
import { highlight } from './highlight';
import { restrictToPath } from './restrict-model';
import { tableRows } from './table-rows';
import { modelOf } from './testing/lay-out';
import { randomLineage } from './testing/random-lineage';
import { toElements } from './to-elements';
import { windowPieces } from './window-pieces';

const chosenIn = (ids: readonly string[], pick: number) => ids[pick % ids.length] ?? '';

describe('the table and the picture', () => {
  it('hold the same boxes, fields and edges, for every graph and every path', () => {
    fc.assert(
      fc.property(randomLineage, fc.nat(), fc.boolean(), (answer, pick, only) => {
        const whole = modelOf(answer);
        const lit = highlight(whole, chosenIn([...whole.boxes.keys(), ...whole.rows.keys()], pick));
        const model = lit && only ? restrictToPath(whole, lit) : whole;
        const drawn = toElements(model, new Set(model.boxes.keys()));
        const lines = tableRows(model, lit);
        expect(
          lines
            .filter(({ row }) => row === null)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(drawn.shapes.map(({ id }) => id).sort());
        expect(lines.flatMap(({ row }) => (row ? [row.id] : [])).sort()).toEqual(
          drawn.shapes.flatMap(({ rows }) => rows.map(({ id }) => id)).sort(),
        );
        expect(
          edgeRows(model, lit)
            .map(({ edge }) => edge.id)
            .sort(),
        ).toEqual(drawn.lines.flatMap(({ edges }) => edges.map(({ id }) => id)).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('number lines and places without gaps, rows under their box', () => {
    fc.assert(
      fc.property(randomLineage, (answer) => {
        const lines = tableRows(modelOf(answer));
        expect(lines.map(({ index }) => index)).toEqual(lines.map((_, i) => i));
        let box = '';
        let last = 0;
        for (const line of lines) {
          if (line.row === null) {
            box = line.id;
            last = 0;
            continue;
          }
          expect(line.row.boxId).toBe(box);
          expect(line.position).toBe(last + 1);
          expect(line.setSize).toBe(line.box.rows.length);
          last = line.position;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tell ring and distance as the path in the picture does', () => {
    fc.assert(
      fc.property(randomLineage, fc.nat(), (answer, pick) => {
        const model = modelOf(answer);
        const lit = highlight(model, chosenIn([...model.rows.keys(), ...model.boxes.keys()], pick));
        if (!lit) return;
        for (const { row, ring, distance } of tableRows(model, lit)) {
          if (row === null) continue;
          expect([ring, distance]).toEqual([
            lit.reached.get(row.id)?.ring ?? null,
            lit.reached.get(row.id)?.distance ?? null,
          ]);
        }
        for (const { edge, ring } of edgeRows(model, lit)) expect(ring).toBe(lit.edges.get(edge.id) ?? null);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the window of a long list', () => {
  it('keeps every line either in the document or in a gap, in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 99 })),
        fc.integer({ min: 100, max: 5000 }),
        (picked, count) => {
          const lines = [...picked].sort((a, b) => a - b);
          const seen: number[] = [];
          let at = 0;
          for (const piece of windowPieces(lines, count)) {
            if ('gap' in piece) {
              expect(piece.gap).toBeGreaterThan(0);
              at += piece.gap;
              expect(piece.before).toBe(at);
            } else {
              expect(piece.line).toBe(at);
              seen.push(at);
              at += 1;
            }
          }
          expect(at).toBe(count);
          expect(seen).toEqual(lines);
        },
      ),
    );
  });
});
