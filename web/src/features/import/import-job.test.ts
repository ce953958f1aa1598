import { expect, it } from 'vitest';
import { type ImportJob, percentOf } from './import-job';

const job = (progress: ImportJob['progress']): ImportJob => ({
  token: 't',
  kind: 'CATALOGUE',
  fileName: 'f',
  state: 'WRITING',
  progress,
  report: null,
});

it('never goes back on the way through a file', () => {
  const steps = [
    job(null),
    job({ phase: 'READING', rows: 0, total: null }),
    job({ phase: 'READING', rows: 100_000, total: null }),
    job({ phase: 'WRITING', rows: 0, total: 100_000 }),
    job({ phase: 'WRITING', rows: 50_000, total: 100_000 }),
    job({ phase: 'WRITING', rows: 100_000, total: 100_000 }),
  ].map(percentOf);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect([steps[0], steps.at(-1)]).toEqual([0, 100]);
});
