import { describe, expect, it } from 'vitest';
import { buildLineageIndex, QuestionCancelled, QuestionOverdue, type StopSignal } from './index.js';
import { draw, edge, field } from './testing/draw.js';

/** A wide fan behind a chain: a.00000 → … → a.09999, each also to a field of its own. */
const LENGTH = 10_000;
const chain = Array.from({ length: LENGTH }, (_, i) => `a.${String(i).padStart(5, '0')}`);
const side = chain.map((id) => id.replace('a.', 'b.'));
const rows = draw(
  [...chain, ...side],
  [...chain.slice(1).map((id, i) => edge(chain[i]!, id)), ...chain.map((id, i) => edge(id, side[i]!))],
);
const start = field(chain[0]!);
const open = () => buildLineageIndex(rows);
/** Says so from the n-th look on. */
function after(looks: number, state: 'DEADLINE' | 'CANCELLED'): StopSignal {
  let left = looks;
  return () => (left-- > 0 ? null : state);
}

describe('deadlines', () => {
  it('cut an answer that says so, with counts that are not too high', () => {
    const whole = open().impact(start);
    for (const looks of [0, 1, 100, 3_000]) {
      const impact = open().impact(start, { stop: after(looks, 'DEADLINE') });
      expect(impact.completeness).toMatchObject({ complete: false, reason: 'DEADLINE' });
      expect(impact.fieldCount).toBeLessThan(whole.fieldCount);
      expect(impact.completeness.digest).not.toBe(whole.completeness.digest);
    }
    const late = open().impact(start, { stop: after(1_000_000, 'DEADLINE') });
    expect(late.completeness).toMatchObject({ complete: true, reason: null });
    expect(late.fieldCount).toBe(2 * LENGTH - 1);
  });

  it('are told by every answer that has a place for it', () => {
    const late = { stop: after(0, 'DEADLINE') };
    const cut = { complete: false, reason: 'DEADLINE' };
    expect(open().lineage(start, { direction: 'BOTH', depth: 2 }, late).completeness).toMatchObject(cut);
    expect(open().paths(start, field(side[9_000]!), 3, late).completeness).toMatchObject(cut);
    expect(open().verifyComplete(start, 'DOWNSTREAM', late)).toMatchObject(cut);
    const diff = open().diff(start, { from: {}, to: {}, direction: 'DOWNSTREAM' }, late);
    expect(diff.downstream?.before.completeness).toMatchObject(cut);
    expect(diff.downstream?.after.completeness).toMatchObject(cut);
  });

  it('refuse an answer that could not tell', () => {
    const late = { stop: after(0, 'DEADLINE') };
    const page = { offset: 0, limit: 10 };
    expect(() => open().impactedFields(start, page, late)).toThrow(QuestionOverdue);
    expect(() => open().impactedDatasets(start, page, late)).toThrow(QuestionOverdue);
    expect(() => open().reachedFields(start, 'DOWNSTREAM', late)).toThrow(QuestionOverdue);
    expect(() => open().upstreamByRing([side[9_000]!], late)).toThrow(QuestionOverdue);
    expect(() => open().exposureArrivals(start, late)).toThrow(QuestionOverdue);
    expect(() => open().impact(start, late).byDistance).toThrow(QuestionOverdue);
    expect(() => open().impact(start, late).interfaces).toThrow(QuestionOverdue);
  });

  it('leave nothing behind: the next question is answered whole', () => {
    const index = open();
    const wanted = open().impact(start);
    index.impact(start, { stop: after(2, 'DEADLINE') });
    expect(() => index.impact(start, { stop: after(2, 'CANCELLED') })).toThrow(QuestionCancelled);
    const impact = index.impact(start);
    expect(impact.completeness).toEqual(wanted.completeness);
    expect(impact.byRing).toEqual(wanted.byRing);
    expect(impact.byDistance).toEqual(wanted.byDistance);
  });
});

describe('cancelling', () => {
  it('ends every long question', () => {
    const gone = { stop: after(0, 'CANCELLED') };
    const page = { offset: 0, limit: 10 };
    const questions = [
      () => open().impact(start, gone),
      () => open().impactedFields(start, page, gone),
      () => open().lineage(start, { direction: 'DOWNSTREAM' }, gone),
      () => open().paths(start, field(side[9_000]!), 3, gone),
      () => open().verifyComplete(start, 'DOWNSTREAM', gone),
      () => open().exposureArrivals(start, gone),
      () => open().diff(start, { from: {}, to: {}, direction: 'BOTH' }, gone),
    ];
    for (const ask of questions) expect(ask).toThrow(QuestionCancelled);
  });
});
