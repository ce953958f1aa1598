import { describe, expect, it } from 'vitest';
import { today } from './calendar.js';

describe('today', () => {
  it('turns at midnight in China', () => {
    expect(today(Date.parse('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
    expect(today(Date.parse('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
  });
});
