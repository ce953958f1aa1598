import { describe, expect, it } from 'vitest';
import { LOOP, layOutLoop } from './loop-geometry';

describe('the loop picture', () => {
  it('draws ways up and back to one scale', () => {
    const { shapes } = layOutLoop([
      { collected: 60_000, sent: 60_000, landed: 30_000 },
      { collected: 30_000, sent: 0, landed: 0 },
    ]);
    const [first, second] = shapes;
    expect(first?.up.width).toBeCloseTo(first?.down.sent ?? 0);
    expect(first?.down.landed).toBeCloseTo((first?.down.sent ?? 0) / 2);
    expect(second?.up.width).toBeCloseTo((first?.up.width ?? 0) / 2);
    expect(second?.down).toEqual({ sent: 0, landed: 0 });
  });

  it('keeps the bus within its width and small ways visible', () => {
    const units = Array.from({ length: 10 }, (_, index) => ({
      collected: index === 0 ? 10 : 90_000,
      sent: 90_000,
      landed: 1,
    }));
    const { shapes, width } = layOutLoop(units);
    expect(shapes[0]?.up.width).toBe(1.5);
    expect(shapes[3]?.down.landed).toBe(1.5);
    expect(shapes.reduce((sum, { up }) => sum + up.width, 0)).toBeLessThan(LOOP.busWidth + 3);
    expect(width).toBe(LOOP.left + 10 * LOOP.column + LOOP.right);
  });

  it('stands without units', () => {
    expect(layOutLoop([]).shapes).toEqual([]);
  });
});
