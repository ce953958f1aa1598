import type { Db } from '../../db/index.js';
import { compareFingerprints, fingerprintOf } from '../../index/index.js';
import { follow, type Held } from './follow.js';
import type { IndexCheck } from './messages.js';

const ATTEMPTS = 5;

/**
 * Compares what is held with what was just read, both brought up to the same change and moment, part by part, by
 * counts and digests. Gives the two as they were compared; null when writers did not let them meet.
 */
export async function compareIndexes(
  db: Db,
  held: Held,
  fresh: Held,
): Promise<{ check: IndexCheck; held: Held; fresh: Held } | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const time = Date.now();
    const now = () => time;
    const [ours, theirs] = [await follow(db, held, { now }), await follow(db, fresh, { now })];
    // What can only be built again is what was read last.
    if ('stale' in theirs) return null;
    fresh = theirs.held;
    if ('held' in ours) held = ours.held;
    if ('held' in ours && held.data.version !== fresh.data.version) continue;
    const differences = compareFingerprints(fingerprintOf(held.data), fingerprintOf(fresh.data)).map(
      ({ part, counts: [index, graph] }) => ({ part, index, graph }),
    );
    const at = new Date(time).toISOString();
    const { version } = fresh.data;
    return { check: { at, version, equal: differences.length === 0, differences }, held, fresh };
  }
  return null;
}

const CITY_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const HOUR_OF_CHECK = 3;
const JITTER_MS = 30 * 60_000;

/**
 * Milliseconds from `now` to the next nightly check: some minutes after 03:00 in the city, `random` (0 to 1) telling
 * how many, so that several processes do not read the whole graph at once.
 */
export function untilNightlyCheck(now: number, random: number): number {
  const day = Math.floor((now + CITY_OFFSET_MS) / DAY_MS) * DAY_MS - CITY_OFFSET_MS;
  const start = day + HOUR_OF_CHECK * 3_600_000 + random * JITTER_MS;
  return start > now ? start - now : start + DAY_MS - now;
}
