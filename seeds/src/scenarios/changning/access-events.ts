import { createHmac } from 'node:crypto';
import type { AccessEvent, Exposure, FieldId } from '@yuanliu/graph';
import { addDays, instant, isWorkingDay, shanghaiDay } from '../../calendar.js';
import { syntheticId } from '../../identifiers.js';
import { createRng, type Rng } from '../../rng.js';
import type { Stream } from './services/authorizations.js';
import type { Rhythm } from './services/grants.js';

/** Days of history, and about how many events they hold in all. */
const DAYS = 30;
const TARGET = 212_000;
const HOUR = 3_600_000;

/** Share of a day's calls by hour. */
const SHAPES: Record<Rhythm, readonly number[]> = {
  office: [0, 0, 0, 0, 0, 0, 0, 1, 8, 13, 14, 11, 4, 9, 13, 13, 10, 3, 1, 0, 0, 0, 0, 0],
  allday: [2, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 7, 6, 7, 7, 7, 6, 5, 4, 4, 3, 3, 3, 2],
  batch: [0, 0, 0, 0, 0, 4, 16, 10, 4, 4, 4, 2, 1, 2, 2, 2, 1, 1, 4, 6, 2, 0, 0, 0],
  field: [0, 0, 0, 0, 0, 0, 0, 1, 5, 12, 15, 10, 3, 8, 14, 14, 9, 5, 3, 1, 0, 0, 0, 0],
};
/** Share of calls on days off against working days. */
const DAY_OFF: Record<Rhythm, number> = { office: 0.03, allday: 0.62, batch: 0.5, field: 0.15 };

/** One consumer asks far more than ever within two hours, four days ago. */
const BURST = { interface: 'IF-RK-002', consumer: 'CS-FGJ-FW', daysAgo: 4, hour: 10, calls: 4_200 };
/** One consumer reads person–house links in the small hours of the last nights. */
const NIGHT = { interface: 'IF-RK-003', consumer: 'CS-GAF-RK', nights: 9, calls: 46 };

interface Draft {
  at: number;
  stream: Stream;
  rows: number | null;
  after?: boolean;
}

const PERSON_INTERFACES = /^IF-(RK-00[1-3]|DC-|WL-|ZW-00[12])/;
const INTERNET = new Set(['CS-ZWFW-QYWY', 'CS-ZWFW-GRZY', 'CS-LHSR-CC']);

/** Network in a private range, the same for a consumer. */
function networkOf(consumer: string): string {
  const home = createRng(`address/${consumer}`);
  return `10.${home.int(16, 31)}.${home.int(0, 255)}.`;
}

function draftsOfDay(streams: Stream[], start: number, scale: number, rng: Rng, daysAgo: number): Draft[] {
  const day = shanghaiDay(start);
  const working = isWorkingDay(day);
  const drafts: Draft[] = [];
  for (const stream of streams) {
    const { grant, authorization } = stream;
    if (grant.daily === 0) continue;
    const ended = day >= authorization.validTo;
    // After the end most clients are switched off; what still calls is refused, or not (see eventOf).
    const volume = grant.daily * scale * (working ? 1 : DAY_OFF[grant.rhythm]) * (ended ? 0.06 : 1);
    const shape = SHAPES[grant.rhythm];
    const whole = shape.reduce((a, b) => a + b, 0);
    shape.forEach((share, hour) => {
      const expected = (volume * share * (0.8 + 0.4 * rng.next())) / whole;
      const calls = Math.floor(expected) + (rng.chance(expected % 1) ? 1 : 0);
      for (let i = 0; i < calls; i++) {
        drafts.push({ at: start + hour * HOUR + rng.int(0, HOUR - 1), stream, rows: null, after: ended });
      }
    });
    const is = (what: { interface: string; consumer: string }): boolean =>
      grant.interface === what.interface && grant.consumer === what.consumer;
    if (is(BURST) && daysAgo === BURST.daysAgo) {
      for (let i = 0; i < BURST.calls; i++) {
        drafts.push({
          at: start + BURST.hour * HOUR + rng.int(0, 2 * HOUR - 1),
          stream,
          rows: rng.int(1, 3),
        });
      }
    }
    if (is(NIGHT) && daysAgo <= NIGHT.nights) {
      for (let i = 0; i < NIGHT.calls; i++) {
        drafts.push({ at: start + 2 * HOUR + rng.int(0, 2 * HOUR - 1), stream, rows: rng.int(200, 900) });
      }
    }
  }
  return drafts.sort((a, b) => a.at - b.at);
}

/** 30 days of calls that end yesterday, in order of time; the same for the same day. */
export function* accessEvents(streams: Stream[], exposures: Exposure[], now: number): Generator<AccessEvent> {
  const exposedBy = new Map<string, FieldId[]>();
  for (const { interface: code, field } of exposures) {
    exposedBy.set(code, [...(exposedBy.get(code) ?? []), field]);
  }
  const networks = new Map(streams.map(({ grant }) => [grant.consumer, networkOf(grant.consumer)]));
  const subjects = createRng('access/subjects');
  const digests = Array.from({ length: 4_000 }, () =>
    createHmac('sha256', 'demonstration').update(syntheticId(subjects)).digest('hex'),
  );
  const days = Array.from({ length: DAYS }, (_, i) => addDays(now, i - DAYS));
  const perDay = (start: number): number =>
    streams.reduce((sum, { grant }) => {
      const share = isWorkingDay(shanghaiDay(start)) ? 1 : DAY_OFF[grant.rhythm];
      return sum + grant.daily * share;
    }, 0);
  const scale = TARGET / days.reduce((sum, start) => sum + perDay(start), 0);

  for (const [i, start] of days.entries()) {
    const day = shanghaiDay(start);
    const rng = createRng(`access/${day}`);
    let serial = 0;
    for (const draft of draftsOfDay(streams, start, scale, rng, DAYS - i)) {
      serial += 1;
      const { grant, authorization, reads } = draft.stream;
      const refused = draft.after ? !rng.chance(0.15) : rng.chance(0.004);
      const broken = !refused && rng.chance(0.006);
      const result = refused ? 'DENIED' : broken ? 'ERROR' : 'OK';
      const [low, high] = grant.rows ?? [1, 3];
      const rows = result === 'OK' ? (draft.rows ?? rng.int(low, high)) : 0;
      const exposed = exposedBy.get(grant.interface) ?? [];
      const some = reads ?? (rng.chance(0.12) ? exposed.slice(0, rng.int(2, 4)) : null);
      const app = grant.consumer.toLowerCase();
      yield {
        eventId: `${day}-${String(serial).padStart(6, '0')}`,
        occurredAt: instant(draft.at),
        actorType: 'APP',
        actorId: app,
        consumer: grant.consumer,
        interface: grant.interface,
        authorization: authorization.code,
        account: `${app}-svc`,
        action: high >= 2_000 ? 'EXPORT' : 'QUERY',
        fields: some,
        rows,
        bytes: rows * exposed.length * 24 + 180,
        result,
        errorCode: refused
          ? draft.after
            ? 'AUTH_EXPIRED'
            : 'QUOTA_EXCEEDED'
          : broken
            ? 'UPSTREAM_TIMEOUT'
            : null,
        latencyMs: broken ? rng.int(3_000, 9_000) : rng.int(8, 240),
        clientIp: `${networks.get(grant.consumer)}${10 + rng.int(0, 3)}`,
        networkZone: INTERNET.has(grant.consumer) ? 'INTERNET' : 'GOV',
        keyDigest: PERSON_INTERFACES.test(grant.interface) && rows <= 3 ? rng.pick(digests) : null,
        requestId: `rq-${day.replaceAll('-', '')}-${String(serial).padStart(6, '0')}`,
      };
    }
  }
}
