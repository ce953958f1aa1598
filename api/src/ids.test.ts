import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalId, keyOf, parseGlobalId, parseVertexId, vertexId } from './ids.js';

describe('global ids', () => {
  it('come back as type and key, whatever the key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Dataset', 'Field', 'Interface', 'Department'),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (type, key) => {
          expect(parseGlobalId(globalId(type, key))).toEqual({ type, key });
        },
      ),
    );
  });

  it('read nothing from what they did not write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseGlobalId(text);
        expect(parsed === null || globalId(parsed.type, parsed.key) === text).toBe(true);
      }),
    );
  });

  it('name a vertex by its kind and refuse the ids of other things', () => {
    const ref = { kind: 'INTERFACE', id: 'IF-1' } as const;
    expect(parseVertexId(vertexId(ref))).toEqual(ref);
    expect(() => parseVertexId(globalId('Department', 'D1'), 'from')).toThrow(/^from: not the id of a field/);
    expect(() => keyOf(globalId('Dataset', 'ds_1'), 'Field')).toThrow(/not the id of a Field/);
  });
});
