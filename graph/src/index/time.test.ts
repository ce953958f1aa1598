import { describe, expect, it } from 'vitest';
import { ALWAYS, buildLineageIndex } from './index.js';
import { consumer, draw, edge, field, service } from './testing/draw.js';

const at = (text: string) => Date.parse(text);

describe('time', () => {
  it('goes on after the index was built: edges begin and end by the clock', () => {
    // a.x ──► b.x from the 10th, a.x ──► c.x until the 20th
    let now = at('2026-02-01T00:00:00.000Z');
    const index = buildLineageIndex(
      draw(
        ['a.x', 'b.x', 'c.x'],
        [
          edge('a.x', 'b.x', { validFrom: '2026-02-10T00:00:00.000Z' }),
          edge('a.x', 'c.x', { validTo: '2026-02-20T00:00:00.000Z' }),
        ],
      ),
      { now: () => now },
    );
    const reached = () => index.reachedFields(field('a.x'), 'DOWNSTREAM');
    expect(reached()).toEqual(['c.x']);
    now = at('2026-02-10T00:00:00.000Z');
    expect(reached()).toEqual(['b.x', 'c.x']);
    now = at('2026-02-20T00:00:00.000Z');
    expect(reached()).toEqual(['b.x']);
    expect(
      index.reachedFields(field('a.x'), 'DOWNSTREAM', { asOf: { valid: '2026-02-05T00:00:00.000Z' } }),
    ).toEqual(['c.x']);
  });

  it('keeps what was believed apart from what was so', () => {
    // a.x ──► b.x was recorded on the 5th and taken back on the 8th; it had been said to hold since January
    const index = buildLineageIndex(
      draw(
        ['a.x', 'b.x'],
        [
          edge('a.x', 'b.x', {
            recordedAt: '2026-02-05T00:00:00.000Z',
            retractedAt: '2026-02-08T00:00:00.000Z',
          }),
        ],
      ),
    );
    const believed = (recorded: string) =>
      index.reachedFields(field('a.x'), 'DOWNSTREAM', {
        asOf: { valid: '2026-02-01T00:00:00.000Z', recorded },
      });
    expect(believed('2026-02-04T00:00:00.000Z')).toEqual([]);
    expect(believed('2026-02-06T00:00:00.000Z')).toEqual(['b.x']);
    expect(believed('2026-02-09T00:00:00.000Z')).toEqual([]);
  });

  it('accuses no copy that was made before the data came, and still the copy that was cut off later', () => {
    // a.x ─from the 10th─► b.x ─until the 5th─► c.x      b.x ─until the 15th─► d.x       all exposed by I
    const index = buildLineageIndex(
      draw(
        ['a.x', 'b.x', 'c.x', 'd.x'],
        [
          edge('a.x', 'b.x', { validFrom: '2026-02-10T00:00:00.000Z' }),
          edge('b.x', 'c.x', { validTo: '2026-02-05T00:00:00.000Z' }),
          edge('b.x', 'd.x', { validTo: '2026-02-15T00:00:00.000Z' }),
        ],
        {
          interfaces: [{ code: 'I' }],
          exposures: ['a.x', 'b.x', 'c.x', 'd.x'].map((id) => ({
            interface: 'I',
            field: id,
            masking: null,
            reversible: false,
          })),
        },
      ),
    );
    expect(index.exposureArrivals(field('a.x')).map((row) => `${row.field} ${row.arrivesAt}`)).toEqual([
      `a.x ${ALWAYS}`,
      'b.x 2026-02-10T00:00:00.000Z',
      'd.x 2026-02-10T00:00:00.000Z',
    ]);
  });
});

describe('interfaces and consumers', () => {
  // a.x ──► b.x ─COVER─► interface I ──► consumer C (G1 covers b.x only)
  //         b.y ───────► interface I ──► consumer D (G2 covers b.y only)
  const grant = {
    interface: 'I',
    state: 'AUTHORIZED' as const,
    validFrom: '2026-01-01',
    validTo: '2027-01-01',
  };
  const index = buildLineageIndex(
    draw(['a.x', 'b.x', 'b.y'], [edge('a.x', 'b.x')], {
      interfaces: [{ code: 'I' }],
      consumers: [{ code: 'C' }, { code: 'D' }],
      exposures: [
        { interface: 'I', field: 'b.x', masking: 'COVER', reversible: false },
        { interface: 'I', field: 'b.y', masking: null, reversible: false },
      ],
      authorizations: [
        { ...grant, code: 'G1', consumer: 'C', fields: ['b.x'] },
        { ...grant, code: 'G2', consumer: 'D', fields: ['b.y'] },
      ],
    }),
    { now: () => at('2026-06-01T00:00:00.000Z') },
  );

  it('are reached behind the masking of the exposure, and only as far as they are authorised', () => {
    const impact = index.impact(field('a.x'));
    expect(impact.interfaces).toMatchObject([{ code: 'I', ring: 'MASKED', distance: 2, fields: ['b.x'] }]);
    expect(impact.consumers).toMatchObject([
      { code: 'C', ring: 'MASKED', distance: 3, authorizations: [{ code: 'G1', interface: 'I' }] },
    ]);
    expect(index.paths(field('a.x'), consumer('C'), 3).paths).toMatchObject([
      { ring: 'MASKED', vertices: [field('a.x'), field('b.x'), service('I'), consumer('C')] },
    ]);
    expect(index.paths(field('a.x'), consumer('D'), 3).paths).toEqual([]);
  });

  it('end with the last day of the authorisation', () => {
    expect(index.impact(field('a.x'), { asOf: { valid: '2027-06-01T00:00:00.000Z' } }).consumers).toEqual([]);
    expect(
      index.lineage(consumer('C'), { direction: 'UPSTREAM' }).vertices.map((v) => [v.ref.id, v.distance]),
    ).toEqual([
      ['a.x', -3],
      ['b.x', -2],
      ['I', -1],
      ['C', 0],
    ]);
  });
});
