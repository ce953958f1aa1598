import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { clearDatabase, testDb } from '../testing/index.js';
import { ingestEvents } from './ingest-events.js';
import { type SampleEvent, sampleEvent } from './sample-events.js';

const db = testDb();
beforeEach(() => clearDatabase(db));
afterAll(() => db.close());

const rows = async (text: string) =>
  (await db.read((tx) => tx.run(text))).records.map((record) => record.toObject() as Record<string, unknown>);
const one = async (text: string) => Object.values((await rows(text))[0] ?? {})[0];
const ingest = (samples: SampleEvent[], receivedAt = '2026-11-01T00:00:00Z') =>
  ingestEvents(db, samples.map(sampleEvent), { receivedAt });

/** Edges as they are believed: `a.x -IDENTITY-> b.y [from, to)`. */
const edges = async () =>
  (
    await rows(`
      MATCH (a)-[r:FLOWS_TO]->(b) WHERE r.retractedAt IS NULL
      RETURN coalesce(a.path, a.name) AS a, coalesce(b.path, b.name) AS b, r.subtype AS how, r.masking AS masking,
        r.validFrom AS since, r.validTo AS until, r.backflow AS backflow, r.level AS level
      ORDER BY a, b, since`)
  ).map(
    (r) =>
      `${r.a} ${r.how}${r.masking ? `/${r.masking}` : ''}${r.backflow ? '/BACK' : ''} ${r.b} ${String(r.since).slice(8, 13)}..${r.until ? String(r.until).slice(8, 13) : ''}${r.level === 'COARSE' ? ' coarse' : ''}`,
  );

// src.x, src.y ─► dst.x; from the second day on only src.x
const DAY1: SampleEvent = {
  run: 'r1',
  at: '2026-03-01T00:00:00Z',
  inputs: ['src'],
  outputs: {
    dst: {
      z: [
        ['src', 'x'],
        ['src', 'y'],
      ],
    },
  },
  sql: 'insert into dst select x || y from src',
};
const DAY2: SampleEvent = {
  ...DAY1,
  run: 'r2',
  at: '2026-03-02T00:00:00Z',
  outputs: { dst: { z: [['src', 'x']] } },
};
const DAY3: SampleEvent = { ...DAY1, run: 'r3', at: '2026-03-03T00:00:00Z' };

describe('ingesting lineage events', () => {
  it('reads the SQL of a job where nothing else tells of columns, and marks what it cannot resolve', async () => {
    const read = {
      run: 'r1',
      at: '2026-03-01T00:00:00Z',
      inputs: ['src'],
      outputs: { dst: null },
      sql: 'insert into dst (z, v) select sm3(s.x), q.y from src s where s.w > 0',
    };
    const [outcome] = await ingest([read]);
    expect(outcome?.status).toBe('accepted');
    expect(outcome?.notices).toEqual([
      { path: 'job.facets.sql.query[42:43]', message: expect.stringMatching(/^UNKNOWN_RELATION: v: .*q/) },
    ]);
    expect(await edges()).toEqual(['w FILTER dst 01T00.. coarse', 'x TRANSFORMATION/HASH z 01T00..']);
    const changed = {
      ...read,
      run: 'r2',
      at: '2026-03-02T00:00:00Z',
      sql: 'insert into dst (z) select s.y from src s',
    };
    await ingest([changed]);
    expect(await edges()).toEqual([
      'w FILTER dst 01T00..02T00 coarse',
      'x TRANSFORMATION/HASH z 01T00..02T00',
      'y IDENTITY z 02T00..',
    ]);
  });

  it('makes datasets, fields, job, run and edges with evidence', async () => {
    const [outcome] = await ingest([DAY1]);
    expect(outcome).toEqual({ index: 0, status: 'accepted', reasons: [], notices: [] });
    expect(await edges()).toEqual(['x IDENTITY z 01T00..', 'y IDENTITY z 01T00..']);
    expect(
      await rows(`MATCH (r:Run)-[:OF]->(j:Job)-[w:WRITES]->(d:Dataset)
        RETURN split(r.id, '@')[0] AS run, r.state AS state, j.name AS job, j.sql AS sql, d.name AS output, w.lineageAt AS at`),
    ).toEqual([
      {
        run: 'r1',
        state: 'COMPLETE',
        job: 'job',
        sql: DAY1.sql,
        output: 'dst',
        at: '2026-03-01T00:00:00.000Z',
      },
    ]);
    expect(
      await one(`MATCH ()-[r:FLOWS_TO]->() RETURN collect(DISTINCT [split(r.run, '@')[0], size(r.sqlHash)])`),
    ).toEqual([['r1', 64]]);
    expect(
      await rows(`MATCH (d:Dataset) RETURN d.name AS name, d.fieldCount AS fields ORDER BY name`),
    ).toEqual([
      { name: 'dst', fields: 1 },
      { name: 'src', fields: 2 },
    ]);
  });

  it('changes nothing when the same event comes again', async () => {
    await ingest([DAY1, DAY1]);
    const before = await one('MATCH (c:ChangeCounter) RETURN c.value');
    const again = await ingest([DAY1], '2026-11-02T00:00:00Z');
    expect(again.map((o) => o.status)).toEqual(['duplicate']);
    expect(await one('MATCH (c:ChangeCounter) RETURN c.value')).toBe(before);
    expect(await one('MATCH (e:LineageEvent) RETURN count(e)')).toBe(1);
  });

  it('ends what a later statement leaves out and begins it again, whatever order and split the events come in', async () => {
    const expected = ['x IDENTITY z 01T00..', 'y IDENTITY z 01T00..02T00', 'y IDENTITY z 03T00..'];
    const days = [DAY1, DAY2, DAY3];
    for (const order of [
      [[0, 1, 2]],
      [[2], [0], [1]],
      [[1], [2, 0]],
      [[2, 1], [0]],
      [
        [0, 2],
        [1, 0],
      ],
    ]) {
      await clearDatabase(db);
      for (const [i, part] of order.entries()) {
        await ingest(
          part.map((day) => days[day] as SampleEvent),
          `2026-11-0${i + 1}T00:00:00Z`,
        );
      }
      expect(await edges(), JSON.stringify(order)).toEqual(expected);
    }
  });

  it('keeps what was believed before as a retracted version', async () => {
    await ingest([DAY1], '2026-11-01T00:00:00Z');
    await ingest([DAY2], '2026-11-02T00:00:00Z');
    expect(
      await rows(`MATCH (:Field {path: 'y'})-[r:FLOWS_TO]->()
        RETURN r.validFrom AS since, r.validTo AS until, r.recordedAt AS known, r.retractedAt AS gone ORDER BY known`),
    ).toEqual([
      {
        since: '2026-03-01T00:00:00.000Z',
        until: null,
        known: '2026-11-01T00:00:00.000Z',
        gone: '2026-11-02T00:00:00.000Z',
      },
      {
        since: '2026-03-01T00:00:00.000Z',
        until: '2026-03-02T00:00:00.000Z',
        known: '2026-11-02T00:00:00.000Z',
        gone: null,
      },
    ]);
  });

  it('joins whole datasets until columns are known, also over the events of one run', async () => {
    await ingest([
      { run: 'r1', state: 'START', at: '2026-03-01T00:00:00Z', inputs: ['src'] },
      { run: 'r1', state: 'COMPLETE', at: '2026-03-01T01:00:00Z', outputs: { dst: null } },
    ]);
    expect(await edges()).toEqual(['src TRANSFORMATION dst 01T00.. coarse']);
    await ingest([DAY2], '2026-11-02T00:00:00Z');
    expect(await edges()).toEqual(['src TRANSFORMATION dst 01T00..02T00 coarse', 'x IDENTITY z 02T00..']);
  });

  it('reads the masking method and the mark of backflow', async () => {
    await ingest([
      { ...DAY2, masking: 'masking=HASH; salted' },
      {
        ...DAY2,
        run: 'r3',
        job: 'cut',
        masking: 'rounded somehow',
        outputs: { other: { z: [['src', 'x']] } },
      },
      { ...DAY2, job: 'back', backflow: 'BF-1', outputs: { src: { x: [['dst', 'z']] } }, inputs: ['dst'] },
    ]);
    expect(await edges()).toEqual([
      'x TRANSFORMATION/HASH z 02T00..',
      'x TRANSFORMATION/UNKNOWN z 02T00..',
      'z IDENTITY/BACK x 02T00..',
    ]);
    expect(await one(`MATCH ()-[r:FLOWS_TO {backflow: true}]->() RETURN r.note`)).toBe('backflow link BF-1');
  });

  it('refuses a bad event with every reason, takes its neighbours, and keeps both', async () => {
    const bad = {
      ...sampleEvent(DAY2),
      eventTime: 'yesterday',
      inputs: [{ namespace: 'n', name: 'a\u0000b' }, { namespace: 'n' }],
    };
    const outcomes = await ingestEvents(db, [sampleEvent(DAY1), bad, 17], {
      receivedAt: '2026-11-01T00:00:00Z',
    });
    expect(outcomes.map((o) => o.status)).toEqual(['accepted', 'refused', 'refused']);
    expect(outcomes[1]?.reasons.map((r) => r.path)).toEqual(['inputs[0].name', 'inputs[1].name']);
    expect(
      await rows(
        'MATCH (e:RefusedEvent) RETURN e.count AS count, e.reasonsJson CONTAINS "name" AS why ORDER BY why',
      ),
    ).toEqual([
      { count: 1, why: false },
      { count: 1, why: true },
    ]);
  });

  it('never overwrites what a person said', async () => {
    await ingest([DAY1]);
    await db.write((tx) =>
      tx.run(`MATCH (d:Dataset {name: 'dst'}) SET d.abstract = 'by a person', d.title = '目标表'`),
    );
    const event = sampleEvent(DAY3) as { outputs: { facets: Record<string, unknown> }[] };
    Object.assign(event.outputs[0]?.facets as object, { documentation: { description: 'by a machine' } });
    await ingestEvents(db, [event], { receivedAt: '2026-11-02T00:00:00Z' });
    expect(
      await rows(`MATCH (d:Dataset {name: 'dst'}) RETURN d.title AS title, d.abstract AS abstract`),
    ).toEqual([{ title: '目标表', abstract: 'by a person' }]);
  });

  it('keeps one dataset under its symlinks', async () => {
    const linked = sampleEvent(DAY1) as { outputs: Record<string, unknown>[] };
    linked.outputs[0] = {
      namespace: 'hdfs://nn',
      name: '/warehouse/dst',
      facets: {
        symlinks: { identifiers: [{ namespace: 'dameng://test:5236', name: 'dst', type: 'TABLE' }] },
      },
    };
    await ingestEvents(db, [linked, sampleEvent(DAY2)], { receivedAt: '2026-11-02T00:00:00Z' });
    expect(
      await rows(
        `MATCH (n:DatasetName)-[:NAMES]->(d:Dataset) RETURN d.name AS dataset, count(n) AS names ORDER BY dataset`,
      ),
    ).toEqual([
      { dataset: '/warehouse/dst', names: 2 },
      { dataset: 'src', names: 1 },
    ]);
  });

  it('takes a stamp ahead of our clock as now', async () => {
    const [outcome] = await ingest([{ ...DAY1, at: '2027-11-01T00:00:00Z' }]);
    expect(outcome?.notices[0]?.path).toBe('eventTime');
    expect(await one(`MATCH ()-[r:FLOWS_TO]->() RETURN DISTINCT r.validFrom`)).toBe(
      '2026-11-01T00:00:00.000Z',
    );
  });
});
