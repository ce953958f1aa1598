import type { Db } from '../db/index.js';
import type { CompletenessFacts, LineageReader } from '../index/index.js';
import type { AccessRollup, Grade, Viewer } from '../model/index.js';
import { exposedFields, gradeHistory, grantsOf, parsePeriod, rollupsOfConsumer } from './access-queries.js';
import { type AccessSum, groupRollups, sumRollups } from './sum-rollups.js';

/** What one consumer read through one interface on one authorisation. */
export interface ConsumerAccess extends AccessSum {
  /** Fields that could be read: the exposed ones, without those that the named authorisation does not cover. */
  fields: string[];
  /** Highest grade of these fields now. */
  grade: Grade | null;
  /** What was upstream of these fields, by ring. */
  sources: Awaited<ReturnType<LineageReader['upstreamByRing']>>;
}

export interface AccessesByAnswer {
  accesses: ConsumerAccess[];
  completeness: CompletenessFacts;
  /** The index the answer was read from. */
  index: LineageReader;
}

/** What a consumer read on days `from` to `to` in China, both counted; most rows first. Refused calls are listed too. */
export async function accessesBy(
  db: Db,
  index: LineageReader,
  _viewer: Viewer,
  question: { consumer: string; from: string; to: string },
): Promise<AccessesByAnswer> {
  const { consumer } = question;
  const rollups = await rollupsOfConsumer(db, consumer, parsePeriod(question.from, question.to));
  const grants = await grantsOf(db, rollups);
  const exposed = await exposedFields(
    db,
    rollups.map((row) => row.interface),
  );
  const found = groupRollups(rollups).map((group) => {
    const row = group[0] as AccessRollup;
    const grant = grants.get(row.authorization);
    const fields = (exposed.get(row.interface) ?? []).filter(
      (id) => grant === undefined || grant.fields.has(id),
    );
    return { ...sumRollups(group, grants), fields: fields.sort() };
  });
  const grades = await gradeHistory(
    db,
    found.flatMap((access) => access.fields),
  );
  const known = (id: string) => index.has({ kind: 'FIELD', id });
  const accesses = await Promise.all(
    found.map(async (access) => ({
      ...access,
      grade: grades.now(access.fields),
      sources: await index.upstreamByRing(access.fields.filter(known)),
    })),
  );
  accesses.sort((a, b) => b.rows - a.rows || (a.interface < b.interface ? -1 : 1));
  const ref = { kind: 'CONSUMER', id: consumer } as const;
  const completeness: CompletenessFacts = index.has(ref)
    ? await index.verifyComplete(ref, 'UPSTREAM')
    : {
        complete: false,
        reason: 'the lineage index does not hold this consumer yet',
        snapshotVersion: index.version,
        visitedFields: 0,
        visitedEdges: 0,
        hiddenNodes: 0,
        digest: '',
      };
  return { accesses, completeness, index };
}
