import { Unavailable } from '../errors.js';

/** What a driver says when nothing answers at the address, after it has tried for its own time. */
const AWAY = 'ServiceUnavailable';

/**
 * Lets work through to a server. While the server is known to be away, work fails at once with the same error, and
 * `probe` alone looks whether it is there again: otherwise everybody who asks waits as long as the driver tries.
 */
export function createBreaker(probe: () => Promise<unknown>, pauseMs = 500) {
  let away: Unavailable | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    try {
      await probe();
      away = null;
    } catch {
      lookLater();
    }
  }
  // Not what keeps a process alive: without anybody who asks, nobody needs to know.
  function lookLater(): void {
    if (!stopped) timer = setTimeout(look, pauseMs).unref();
  }

  async function through<T>(work: () => Promise<T>): Promise<T> {
    if (away !== null) throw new Unavailable(away.what, away.reason, { cause: away });
    try {
      return await work();
    } catch (error) {
      if (error instanceof Unavailable && error.reason === AWAY) {
        if (away === null) lookLater();
        away = error;
      }
      throw error;
    }
  }

  return {
    through,
    /** Looks no more. */
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
