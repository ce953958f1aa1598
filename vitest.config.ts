import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Workspace packages are read from their sources in tests, so no build is needed first.
const resolve = {
  conditions: ['source', 'import', 'module', 'node', 'default'],
  // The file that Node itself takes: with Vite's choice (index.mjs) there would be two graphql's, unknown to each other.
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
};
const ssr = { resolve: { conditions: resolve.conditions, externalConditions: ['node'] } };
const packages = ['graph', 'api', 'seeds', 'bench', 'scripts'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: packages.map((p) => `${p}/**/*.test.{ts,mjs}`),
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.db.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'db',
          include: packages.map((p) => `${p}/**/*.db.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**'],
          // One database, cleared by each file: files run one after another.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      './web/vitest.config.ts',
    ],
  },
});
