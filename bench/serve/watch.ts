import type { ApiProcess } from './api-process.js';

const EVERY_MS = 10_000;

/** What an API process was like while it was watched. */
export interface Watched {
  /** Resident bytes, every ten seconds. */
  resident: number[];
  /** Longest time that its event loop was held up, in milliseconds, by ten seconds. */
  loopMax: number[];
  /** The time that 99 in 100 turns of the loop stayed below, in milliseconds, by ten seconds. */
  loopP99: number[];
}

const metric = (text: string, name: string): number =>
  Number(new RegExp(`^yuanliu_nodejs_eventloop_lag_${name}_seconds (\\S+)$`, 'm').exec(text)?.[1]) * 1000;

/** Looks at a process every ten seconds until it is told to stop. */
export function watch(api: ApiProcess): () => Promise<Watched> {
  const watched: Watched = { resident: [], loopMax: [], loopP99: [] };
  let looking: Promise<void> = Promise.resolve();
  async function look(): Promise<void> {
    watched.resident.push(api.residentBytes());
    const text = await (await fetch(`${api.url}/metrics`)).text();
    watched.loopMax.push(metric(text, 'max'));
    watched.loopP99.push(metric(text, 'p99'));
  }
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
    return watched;
  };
}
