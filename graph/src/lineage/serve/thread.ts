import { Worker } from 'node:worker_threads';

/**
 * Starts a script beside `base` on a thread of its own. Where the caller runs from source (tests, development), the
 * script does too: a thread does not inherit what lets its parent read TypeScript, so it registers that itself.
 */
export function startThread(script: string, base: string, workerData?: unknown): Worker {
  if (!base.endsWith('.ts')) return new Worker(new URL(`${script}.js`, base), { workerData });
  const url = JSON.stringify(new URL(`${script}.ts`, base).href);
  const fromSource = `import('tsx/esm/api').then(({ register }) => (register(), import(${url})));`;
  return new Worker(fromSource, { eval: true, workerData, execArgv: ['--conditions=source'] });
}
