import { describe, expect, it } from 'vitest';
import { type Health, judgeHealth } from './judge-health';

const now = Date.parse('2026-11-24T10:00:00Z');
const well: Health = {
  database: { version: 'Neo4j/5.26', latencyMs: 3, migration: '0005', current: true },
  index: {
    snapshotVersion: 9,
    latestVersion: 9,
    builtAt: '2026-11-24T09:00:00Z',
    fieldCount: 1,
    edgeCount: 1,
    source: 'BUILT',
    ageSeconds: 0.3,
    lastCheck: null,
  },
  accessLog: { events: 5, firstAt: '2026-11-01T00:00:00Z', lastAt: '2026-11-24T09:00:00Z', pending: 0 },
  ingest: { accepted: 1, refused: 0, lastAt: '2026-11-24T09:00:00Z' },
  process: { startedAt: '2026-11-24T00:00:00Z', memoryMb: 300, node: '20' },
};

describe('health', () => {
  it('is well when nothing is odd', () => {
    expect(Object.values(judgeHealth(well, now))).toEqual([null, null, null, null, null]);
  });

  it('names the trouble of each part', () => {
    expect(
      judgeHealth(
        {
          database: { ...well.database, current: false, latencyMs: 900 },
          index: { ...well.index, latestVersion: 12 },
          accessLog: null,
          ingest: { ...well.ingest, refused: 2 },
          process: { ...well.process, memoryMb: 4_000 },
        },
        now,
      ),
    ).toEqual({
      database: 'oldSchema',
      index: 'behind',
      accessLog: 'noLog',
      ingest: 'refused',
      process: 'memory',
    });
  });

  it('hears silence', () => {
    const { accessLog, ingest } = judgeHealth(
      {
        ...well,
        accessLog: { events: 5, firstAt: null, lastAt: '2026-11-20T00:00:00Z', pending: 0 },
        ingest: { accepted: 0, refused: 0, lastAt: null },
      },
      now,
    );
    expect([accessLog, ingest]).toEqual(['silentLog', 'silentIngest']);
  });

  it('calls the index stale when it has not been level with the graph for long', () => {
    const stale = { ...well, index: { ...well.index, ageSeconds: 31 } };
    expect(judgeHealth(stale, now).index).toBe('stale');
  });
});
