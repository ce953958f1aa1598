import { describe, expect, it } from 'vitest';
import { chinaDay, today } from './calendar.js';

describe('today', () => {
  it('turns at midnight in China', () => {
    expect(today(Date.parse('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
    expect(today(Date.parse('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
    expect(chinaDay('2026-03-01T16:00:00.000Z')).toBe('2026-03-02');
  });
});
