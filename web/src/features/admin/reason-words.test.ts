import { describe, expect, it } from 'vitest';
import { reasonWords } from './reason-words';

describe('words for a reason', () => {
  it('tell missing from wrong', () => {
    expect(reasonWords('Invalid input: expected string, received undefined')).toEqual({
      key: 'missing',
      values: { expected: 'string', received: '' },
    });
    expect(reasonWords('Invalid input: expected object, received array')).toEqual({
      key: 'type',
      values: { expected: 'object', received: 'array' },
    });
    expect(reasonWords('is not one of START, COMPLETE')?.values.expected).toBe('START, COMPLETE');
  });

  it('leave the unknown as it is', () => {
    expect(reasonWords('12 datasets: more than 10')).toBeNull();
  });
});
