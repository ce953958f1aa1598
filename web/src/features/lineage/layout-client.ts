import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api';
import { fromElk, type Layout, toElk } from './graph-layout';
import type { Elements } from './to-elements';

export class LayoutCancelled extends Error {
  override readonly name = 'LayoutCancelled';
}

/** Runs layouts in a worker, one at a time; a new question or `cancel` ends the one that runs. */
export interface LayoutClient {
  run(elements: Elements): Promise<Layout>;
  cancel(): void;
  /** Ends the worker for good. */
  dispose(): void;
}

/** Starts the worker at once, so that it is warm when the data arrive. */
export function createLayoutClient(): LayoutClient {
  const start = () =>
    new ELK({
      workerFactory: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
    });
  let elk: Elk | null = start();
  let refuse: ((reason: Error) => void) | null = null;

  const cancel = () => {
    if (!refuse) return;
    refuse(new LayoutCancelled('The layout was cancelled'));
    refuse = null;
    elk?.terminateWorker();
    elk = null;
  };
  return {
    cancel,
    dispose() {
      cancel();
      elk?.terminateWorker();
      elk = null;
    },
    async run(elements) {
      cancel();
      elk ??= start();
      const answer = await new Promise<Awaited<ReturnType<Elk['layout']>>>((resolve, reject) => {
        refuse = reject;
        elk?.layout(toElk(elements)).then(resolve, reject);
      });
      refuse = null;
      return fromElk(answer);
    },
  };
}
