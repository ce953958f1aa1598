import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on stderr; stdout stays free for programs that read it. Bodies are never logged. */
export function createLog(level: string): Log {
  return pino(
    { level, base: { service: 'yuanliu-api' }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
