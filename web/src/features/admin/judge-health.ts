import type { AdminHealthQuery } from '@/lib/api/gql/graphql';

export type Health = AdminHealthQuery['health'];
export const PARTS = ['database', 'index', 'accessLog', 'ingest', 'process'] as const;
export type Part = (typeof PARTS)[number];

/** What is wrong with a part, as a key of the words that say what to do; null when it is in order. */
export type Trouble =
  | 'oldSchema'
  | 'slowDatabase'
  | 'behind'
  | 'stale'
  | 'noLog'
  | 'silentLog'
  | 'pending'
  | 'refused'
  | 'silentIngest'
  | 'memory';

const DAY_MS = 86_400_000;
const SLOW_MS = 500;
const MUCH_MB = 2_000;
const WAITING = 10_000;
/** The index looks for changes several times a second. */
const STALE_S = 10;

/** The most pressing trouble of each part at a moment. */
export function judgeHealth(health: Health, now: number): Record<Part, Trouble | null> {
  const silent = (at: string | null) => at === null || now - Date.parse(at) > DAY_MS * 2;
  const { database, index, accessLog, ingest, process } = health;
  return {
    database: !database.current ? 'oldSchema' : database.latencyMs > SLOW_MS ? 'slowDatabase' : null,
    index:
      (index.ageSeconds ?? 0) > STALE_S
        ? 'stale'
        : index.latestVersion > index.snapshotVersion
          ? 'behind'
          : null,
    accessLog:
      accessLog === null
        ? 'noLog'
        : silent(accessLog.lastAt)
          ? 'silentLog'
          : accessLog.pending > WAITING
            ? 'pending'
            : null,
    ingest: ingest.refused > 0 ? 'refused' : silent(ingest.lastAt) ? 'silentIngest' : null,
    process: process.memoryMb > MUCH_MB ? 'memory' : null,
  };
}
