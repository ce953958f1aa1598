// Process tests of `npm start`: run by scripts/test.mjs, which has a demonstration running already.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'start',
    root: import.meta.dirname,
    include: ['**/*.e2e.mjs'],
    fileParallelism: false,
    sequence: { concurrent: false },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
