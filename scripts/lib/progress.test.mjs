import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgress } from './progress.mjs';

afterEach(() => vi.useRealTimers());

describe('createProgress', () => {
  it('prints a line when a step is done, and a sign of life while it runs', () => {
    vi.useFakeTimers();
    const lines = [];
    const progress = createProgress({ write: (text) => lines.push(text.trimEnd()), total: 3 });
    const step = progress.step(2, '构建  Build');
    step.note('@yuanliu/web:build: compiled');
    vi.advanceTimersByTime(11_000);
    step.done('12 of 12');
    vi.advanceTimersByTime(20_000);
    expect(lines).toEqual([
      '[2/3] 构建  Build … 5 s · @yuanliu/web:build: compiled',
      '[2/3] 构建  Build … 10 s · @yuanliu/web:build: compiled',
      '[2/3] 构建  Build … 11.0 s ✓ 12 of 12',
    ]);
    progress.close();
  });
});
