import type { Db } from '../db/index.js';
import { InvalidInput } from '../errors.js';
import type { CompletenessCounts, ExposureArrival, LineageReader, VertexRef } from '../index/index.js';
import { type AccessRollup, endOfCityDay, type Grade, Ring, type Viewer } from '../model/index.js';
import { exposedFields, gradeHistory, grantsOf, parsePeriod, rollupsOfInterfaces } from './access-queries.js';
import { type AccessSum, groupRollups, sumRollups } from './sum-rollups.js';

/** One consumer's reading of the thing, or of something derived from it, through one interface on one authorisation. */
export interface AccessThroughLineage extends AccessSum {
  /** Best ring that can have been read on any of the days. */
  ring: Ring;
  /** Hops from the thing to the interface. */
  distance: number;
  /** Fields of the interface that are the thing or derived from it, and that the authorisation covers. */
  fields: string[];
  /** Highest grade of these fields at the last call, and now. */
  gradeThen: Grade | null;
  gradeNow: Grade | null;
}

export interface WhoAccessedAnswer {
  accesses: AccessThroughLineage[];
  completeness: CompletenessCounts;
  /** The index the answer was read from; the digest is that of the impact. */
  index: LineageReader;
}

type Reading = Pick<ExposureArrival, 'field' | 'ring' | 'distance' | 'arrivals'>;

const better = (a: Ring, b: Ring): Ring => (Ring.options.indexOf(a) <= Ring.options.indexOf(b) ? a : b);

/** What of the thing each interface gives out, and since when (model §5). An interface itself gives out what it exposes. */
async function readingsOf(db: Db, index: LineageReader, ref: VertexRef): Promise<Map<string, Reading[]>> {
  const readings = new Map<string, Reading[]>();
  if (ref.kind === 'INTERFACE') {
    const fields = (await exposedFields(db, [ref.id])).get(ref.id) ?? [];
    const always = [{ ring: 'CLEARTEXT' as const, arrivesAt: '' }];
    readings.set(
      ref.id,
      fields.map((field) => ({ field, ring: 'CLEARTEXT', distance: 0, arrivals: always })),
    );
    return readings;
  }
  for (const arrival of await index.exposureArrivals(ref)) {
    const known = readings.get(arrival.interface);
    if (known === undefined) readings.set(arrival.interface, [arrival]);
    else known.push(arrival);
  }
  return readings;
}

/** The best ring in which a field's data can be there when a day ends; null = not there yet. */
function ringBy(reading: Reading, dayEnd: string): Ring | null {
  return reading.arrivals.find((arrival) => arrival.arrivesAt < dayEnd)?.ring ?? null;
}

/**
 * Who read a field, a dataset or an interface, or anything derived from it, on days `from` to `to` in China, both
 * counted. A day counts only when data of the thing can have arrived by its end, and only for fields that the named
 * authorisation covers; groups in which every call was refused read nothing and are left out. Best ring first.
 */
export async function whoAccessed(
  db: Db,
  index: LineageReader,
  _viewer: Viewer,
  question: { ref: VertexRef; from: string; to: string },
): Promise<WhoAccessedAnswer> {
  const { ref } = question;
  if (ref.kind === 'CONSUMER')
    throw new InvalidInput([{ path: 'id', message: 'a consumer is not read by anyone' }]);
  const period = parsePeriod(question.from, question.to);
  const readings = await readingsOf(db, index, ref);
  const rollups = await rollupsOfInterfaces(db, [...readings.keys()], period);
  const grants = await grantsOf(db, rollups);

  const found = groupRollups(rollups).flatMap((group) => {
    const row = group[0] as AccessRollup;
    const grant = grants.get(row.authorization);
    const readable = (readings.get(row.interface) ?? []).filter(
      (reading) => grant === undefined || grant.fields.has(reading.field),
    );
    const days: AccessRollup[] = [];
    const fields = new Map<string, Reading>();
    let ring: Ring = 'INFLUENCED';
    for (const day of group) {
      const end = endOfCityDay(day.day);
      let arrived = false;
      for (const reading of readable) {
        const then = ringBy(reading, end);
        if (then === null) continue;
        arrived = true;
        ring = better(ring, then);
        fields.set(reading.field, reading);
      }
      if (arrived) days.push(day);
    }
    if (days.every((day) => day.calls === day.denied)) return [];
    const distance = Math.min(...[...fields.values()].map((reading) => reading.distance));
    return [{ ...sumRollups(days, grants), ring, distance, fields: [...fields.keys()].sort() }];
  });

  const grades = await gradeHistory(
    db,
    found.flatMap((access) => access.fields),
  );
  const accesses = found.map((access) => ({
    ...access,
    gradeThen: grades.at(access.fields, access.lastAt),
    gradeNow: grades.now(access.fields),
  }));
  const order = (access: AccessThroughLineage) => Ring.options.indexOf(access.ring);
  accesses.sort((a, b) => order(a) - order(b) || b.rows - a.rows || (a.consumer < b.consumer ? -1 : 1));
  const { completeness } = await index.impact(ref);
  return { accesses, completeness, index };
}
