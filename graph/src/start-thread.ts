import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * Starts a script beside `base` on a thread of its own. Where the caller runs from source (tests, development), the
 * script does too: a thread does not inherit what lets its parent read TypeScript, so it registers that itself.
 */
export function startThread(
  script: string,
  base: string,
  workerData?: unknown,
  resourceLimits?: ResourceLimits,
): Worker {
  const options = { workerData, ...(resourceLimits ? { resourceLimits } : {}) };
  if (!base.endsWith('.ts')) return new Worker(new URL(`${script}.js`, base), options);
  const url = JSON.stringify(new URL(`${script}.ts`, base).href);
  const fromSource = `import('tsx/esm/api').then(({ register }) => (register(), import(${url})));`;
  return new Worker(fromSource, { ...options, eval: true, execArgv: ['--conditions=source'] });
}
