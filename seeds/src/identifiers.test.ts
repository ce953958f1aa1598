import { describe, expect, test } from 'vitest';
import {
  idCheck,
  orgCheck,
  syntheticEstateUnit,
  syntheticId,
  syntheticMobile,
  syntheticPlate,
  syntheticUscc,
  usccCheck,
} from './identifiers.js';
import { createRng } from './rng.js';

describe('identifiers', () => {
  test('the check characters agree with the published examples', () => {
    expect(idCheck('11010519491231002')).toBe('X');
    for (const code of [
      '91350100M000100Y43',
      '91310105MA1FW0QTXY',
      '11310105002456781D',
      '52310105MJ4961238T',
    ]) {
      expect(usccCheck(code.slice(0, 17))).toBe(code[17]);
    }
    expect(orgCheck('MA1FW0QT')).toBe('X');
  });

  test('synthetic numbers are well formed, valid and impossible', () => {
    const rng = createRng('identifiers');
    for (let i = 0; i < 500; i++) {
      const id = syntheticId(rng);
      expect(id).toMatch(/^310199\d{8}000[\dX]$/);
      expect(idCheck(id.slice(0, 17))).toBe(id[17]);
      const uscc = syntheticUscc(rng);
      expect(uscc).toMatch(/^91310199MA000[0-9A-Z]{5}$/);
      expect(orgCheck(uscc.slice(8, 16))).toBe(uscc[16]);
      expect(usccCheck(uscc.slice(0, 17))).toBe(uscc[17]);
      expect(syntheticMobile(rng)).toMatch(/^1990000\d{4}$/);
      expect(syntheticPlate(rng)).toMatch(/^沪AD000\d{2}$/);
      expect(syntheticEstateUnit(rng)).toHaveLength(28);
    }
  });
});
