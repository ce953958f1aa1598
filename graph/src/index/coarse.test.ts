import { describe, expect, it } from 'vitest';
import { buildLineageIndex } from './index.js';
import { dataset, draw, edge, field } from './testing/draw.js';

const first = { offset: 0, limit: 100 };

describe('edges that are known between datasets only', () => {
  // A.1 ┐            ┌ B.1 ──► D.1        A ══► B: columns not known
  // A.2 ┴ A ══► B ══►┴ B.2                A.1 ──► E.1: an ordinary edge
  const index = buildLineageIndex(
    draw(
      ['A.1', 'A.2', 'B.1', 'B.2', 'D.1', 'E.1', 'E.2'],
      [edge('A', 'B'), edge('B.1', 'D.1'), edge('A.1', 'E.1')],
    ),
  );

  it('reach every field behind them in one hop and mark what has no finer way', () => {
    expect(index.impactedFields(field('A.1'), first).rows).toEqual([
      { id: 'B.1', dataset: 'B', ring: 'CLEARTEXT', distance: 1, viaBackflow: false, coarse: true },
      { id: 'B.2', dataset: 'B', ring: 'CLEARTEXT', distance: 1, viaBackflow: false, coarse: true },
      { id: 'E.1', dataset: 'E', ring: 'CLEARTEXT', distance: 1, viaBackflow: false, coarse: false },
      { id: 'D.1', dataset: 'D', ring: 'CLEARTEXT', distance: 2, viaBackflow: false, coarse: true },
    ]);
  });

  it('make no field reach its siblings', () => {
    expect(index.reachedFields(field('E.1'), 'UPSTREAM')).toEqual(['A.1']);
    expect(index.reachedFields(field('B.2'), 'UPSTREAM')).toEqual(['A.1', 'A.2']);
    expect(index.reachedFields(field('B.2'), 'DOWNSTREAM')).toEqual([]);
  });

  it('lead through a dataset whose fields nobody knows', () => {
    // A.1 → A ══► X (no fields) ══► B
    const through = buildLineageIndex({
      ...draw(['A.1', 'B.1'], [edge('A', 'X'), edge('X', 'B')]),
      datasets: ['A', 'B', 'X'].map((id) => ({ id, department: null, library: null, layer: null })),
    });
    expect(through.impactedDatasets(field('A.1'), first).rows).toMatchObject([
      { id: 'X', distance: 1, fieldCount: 0 },
      { id: 'B', distance: 2, fieldCount: 1 },
    ]);
    expect(through.verifyComplete(field('A.1'), 'DOWNSTREAM').complete).toBe(true);
    expect(through.paths(field('A.1'), field('B.1'), 5)).toMatchObject({
      more: false,
      paths: [{ vertices: [field('A.1'), dataset('X'), field('B.1')] }],
    });
  });

  it('influence a whole dataset when one column decides which rows it has', () => {
    // A.1 ──FILTER──► (all of B)
    const filtered = buildLineageIndex(
      draw(['A.1', 'A.2', 'B.1', 'B.2'], [edge('A.1', 'B', { kind: 'INDIRECT' })]),
    );
    expect(filtered.impact(field('A.1'))).toMatchObject({
      fieldCount: 0,
      byRing: [{ fieldCount: 0 }, { fieldCount: 0 }, { ring: 'INFLUENCED', fieldCount: 2, datasetCount: 1 }],
    });
    expect(filtered.reachedFields(field('A.2'), 'DOWNSTREAM')).toEqual([]);
  });
});
