import { Unavailable } from '../errors.js';

/** What a driver says when nothing answers at the address, after it has tried for its own time. */
const AWAY = 'ServiceUnavailable';
const PAUSE_MS = 1_000;

/**
 * Lets work through to a server. While the server is known to be away, work fails at once with the same error, and
 * only one at a time tries again: otherwise everybody who asks waits as long as the driver tries.
 */
export function createBreaker(now: () => number = () => performance.now()) {
  let away: { error: Unavailable; until: number } | null = null;
  let trying = false;
  return async function through<T>(work: () => Promise<T>): Promise<T> {
    if (away !== null && (trying || now() < away.until)) {
      throw new Unavailable(away.error.what, away.error.reason, { cause: away.error });
    }
    const tries = away !== null;
    trying ||= tries;
    try {
      const result = await work();
      away = null;
      return result;
    } catch (error) {
      if (error instanceof Unavailable && error.reason === AWAY) away = { error, until: now() + PAUSE_MS };
      else if (tries) away = null;
      throw error;
    } finally {
      if (tries) trying = false;
    }
  };
}
