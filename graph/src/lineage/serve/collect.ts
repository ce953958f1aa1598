import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/**
 * Gives back at once what a thread has let go of. V8 does not count shared memory as held by a thread, so one that is
 * idle would keep snapshots that nobody reads any more. Only for threads on which nobody waits for a turn; the main
 * thread weighs its snapshots instead (see weigh.ts).
 */
export const collect = runInNewContext('gc') as () => void;
