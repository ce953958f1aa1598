import { describe, expect, it } from 'vitest';
import { buildLineageIndex } from './index.js';
import { draw, edge, field } from './testing/draw.js';

const first = { offset: 0, limit: 100 };
const ringsOf = (rows: { id: string; ring: string; distance: number }[]) =>
  rows.map(({ id, ring, distance }) => `${id} ${ring} ${distance}`);

describe('the three rings', () => {
  it('tells apart what moved in clear, hidden, and only by influence', () => {
    // a.x ──► b.x ─HASH─► c.x ──► d.x        a.x ─ENCRYPT (reversible)─► e.x
    //   └────FILTER────► f.x ──► g.x
    const index = buildLineageIndex(
      draw(
        ['a.x', 'b.x', 'c.x', 'd.x', 'e.x', 'f.x', 'g.x'],
        [
          edge('a.x', 'b.x'),
          edge('b.x', 'c.x', { masking: 'HASH' }),
          edge('c.x', 'd.x'),
          edge('a.x', 'e.x', { masking: 'ENCRYPT', reversible: true }),
          edge('a.x', 'f.x', { kind: 'INDIRECT' }),
          edge('f.x', 'g.x'),
        ],
      ),
    );
    expect(ringsOf(index.impactedFields(field('a.x'), first).rows)).toEqual([
      'b.x CLEARTEXT 1',
      'e.x CLEARTEXT 1',
      'f.x INFLUENCED 1',
      'c.x MASKED 2',
      'g.x INFLUENCED 2',
      'd.x MASKED 3',
    ]);
    const impact = index.impact(field('a.x'));
    expect(impact.fieldCount).toBe(4);
    expect(impact.byRing).toEqual([
      { ring: 'CLEARTEXT', fieldCount: 2, datasetCount: 2 },
      { ring: 'MASKED', fieldCount: 2, datasetCount: 2 },
      { ring: 'INFLUENCED', fieldCount: 2, datasetCount: 2 },
    ]);
  });

  it('takes the best of several ways, however late it comes', () => {
    // a.x ─HASH─► z.x      a.x ─► b.x ─► c.x ─► z.x ─► y.x
    const index = buildLineageIndex(
      draw(
        ['a.x', 'b.x', 'c.x', 'y.x', 'z.x'],
        [
          edge('a.x', 'z.x', { masking: 'HASH' }),
          edge('a.x', 'b.x'),
          edge('b.x', 'c.x'),
          edge('c.x', 'z.x'),
          edge('z.x', 'y.x'),
        ],
      ),
    );
    expect(ringsOf(index.impactedFields(field('a.x'), first).rows)).toEqual([
      'b.x CLEARTEXT 1',
      'z.x CLEARTEXT 1',
      'c.x CLEARTEXT 2',
      'y.x CLEARTEXT 2',
    ]);
  });

  it('never counts the start, on cycles and self-loops either', () => {
    // a.x ⇄ b.x, both with a loop on themselves
    const index = buildLineageIndex(
      draw(['a.x', 'b.x'], [edge('a.x', 'b.x'), edge('b.x', 'a.x'), edge('a.x', 'a.x'), edge('b.x', 'b.x')]),
    );
    expect(index.reachedFields(field('a.x'), 'DOWNSTREAM')).toEqual(['b.x']);
    expect(index.impact(field('a.x')).completeness).toMatchObject({
      complete: true,
      visitedFields: 2,
      visitedEdges: 4,
    });
    expect(index.lineage(field('a.x'), { direction: 'BOTH' })).toMatchObject({
      upstreamTotal: 1,
      downstreamTotal: 1,
      vertices: [
        { ref: field('a.x'), distance: 0 },
        { ref: field('b.x'), distance: 1, upstreamCount: 1, downstreamCount: 1 },
      ],
    });
  });
});
