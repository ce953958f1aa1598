import { ask } from './catalogue-data';

interface Day {
  day: string;
  calls: number;
  denied: number;
  rows: number;
}

interface Grant {
  code: string;
  validFrom: string;
  validTo: string;
}

export interface AccessFacts {
  consumer: { id: string; code: string; name: string };
  interface: { id: string; code: string; name: string };
  authorization: Grant | null;
  authorizedThroughout: boolean;
  ring: 'CLEARTEXT' | 'MASKED' | 'INFLUENCED';
  calls: number;
  denied: number;
  rows: number;
  days: Day[];
}

export interface Period {
  from: string;
  to: string;
}

const ROWS =
  'calls denied rows authorizedThroughout authorization { code validFrom validTo } days { day calls denied rows }';

/** Who read a thing or anything derived from it, by the API itself. */
export async function accessesOf(id: string, { from, to }: Period): Promise<AccessFacts[]> {
  const { whoAccessed } = await ask<{ whoAccessed: { accesses: AccessFacts[] } }>(
    `query Who($id: ID!, $from: Date!, $to: Date!) {
      whoAccessed(id: $id, from: $from, to: $to) {
        accesses { consumer { id code name } interface { id code name } ring ${ROWS} }
      }
    }`,
    { id, from, to },
  );
  return whoAccessed.accesses;
}

/** What a consumer read, by the API itself. */
export async function readsOf(consumer: string, { from, to }: Period) {
  const { accessesBy } = await ask<{
    accessesBy: {
      calls: number;
      rows: number;
      accesses: (Omit<AccessFacts, 'consumer' | 'ring'> & { fields: { id: string }[] })[];
    };
  }>(
    `query By($consumer: ID!, $from: Date!, $to: Date!) {
      accessesBy(consumer: $consumer, from: $from, to: $to) {
        calls rows accesses { interface { id code name } fields { id } ${ROWS} }
      }
    }`,
    { consumer, from, to },
  );
  return accessesBy;
}

/** The last 30 days of the city, as the page asks when nobody says otherwise. */
export function last30Days(): Period {
  const day = (back: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - back * 86_400_000);
  return { from: day(29), to: day(0) };
}

/** Answered calls and rows on days that the named authorisation does not hold. */
export function outsideOf(accesses: readonly Pick<AccessFacts, 'authorization' | 'days'>[]) {
  const days = accesses.flatMap(({ authorization, days }) =>
    days.filter(
      ({ day, calls, denied }) =>
        calls > denied && !(authorization && authorization.validFrom <= day && day < authorization.validTo),
    ),
  );
  return {
    calls: days.reduce((sum, { calls, denied }) => sum + calls - denied, 0),
    rows: days.reduce((sum, { rows }) => sum + rows, 0),
  };
}
