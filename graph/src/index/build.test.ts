import { describe, expect, it } from 'vitest';
import { buildIndexData, buildLineageIndex, openLineageIndex } from './index.js';
import { draw, edge, field } from './testing/draw.js';

describe('building the index', () => {
  it('refuses dangling references and doubled ids, and names them', () => {
    const build = (rows: ReturnType<typeof draw>) => () => buildLineageIndex(rows);
    expect(build(draw(['a.x'], [edge('a.x', 'b.x')]))).toThrow(
      'edge a.x>b.x names an unknown field or dataset: b.x',
    );
    expect(build({ ...draw([], []), fields: [{ id: 'a.x', dataset: 'a', grade: null }] })).toThrow(
      'field a.x names an unknown dataset: a',
    );
    const twice = draw(['a.x'], []);
    expect(build({ ...twice, fields: [...twice.fields, ...twice.fields] })).toThrow('id twice: a.x');
    expect(
      build({ ...twice, exposures: [{ interface: 'I', field: 'a.x', masking: null, reversible: false }] }),
    ).toThrow('unknown interface: I');
  });

  it('says so when it is asked about what it does not hold', () => {
    const index = buildLineageIndex(draw(['a.x'], []));
    expect(index.has(field('a.x'))).toBe(true);
    expect(index.has(field('b.x'))).toBe(false);
    expect(() => index.impact(field('b.x'))).toThrow(RangeError);
  });

  it('makes the same numbers and digests of the same rows in any order', () => {
    const fields = ['a.x', 'a.y', 'b.x', 'c.x'];
    const edges = [edge('a.x', 'b.x'), edge('b.x', 'c.x'), edge('c.x', 'a.y')];
    const one = buildLineageIndex(draw(fields, edges));
    const other = buildLineageIndex(draw([...fields].reverse(), [...edges].reverse()));
    expect(one.impact(field('a.x')).completeness.digest).toBe(other.impact(field('a.x')).completeness.digest);
  });

  it('makes plain data that another thread can be handed', () => {
    const data = buildIndexData(draw(['a.x', 'b.x'], [edge('a.x', 'b.x')]));
    const index = openLineageIndex(structuredClone(data));
    expect(index.reachedFields(field('a.x'), 'DOWNSTREAM')).toEqual(['b.x']);
  });

  it('walks to the end however deep it is', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => `a.${String(i).padStart(5, '0')}`);
    const index = buildLineageIndex(
      draw(
        chain,
        chain.slice(1).map((id, i) => edge(chain[i]!, id)),
      ),
    );
    const impact = index.impact(field(chain[0]!));
    expect(impact.fieldCount).toBe(19_999);
    expect(impact.byDistance.at(-1)).toEqual({ distance: 19_999, fieldCount: 1 });
  });
});
