import { describe, expect, it } from 'vitest';
import { readEnv } from './env.js';

describe('readEnv', () => {
  it('fills in what is not set and takes an empty variable as not set', () => {
    expect(
      readEnv({ NEO4J_URI: 'bolt://127.0.0.1:7687', API_PORT: '', YUANLIU_HOME: '/srv/yuanliu' }),
    ).toEqual({
      production: false,
      port: 4000,
      host: '127.0.0.1',
      introspection: true,
      logLevel: 'info',
      home: '/srv/yuanliu',
      index: { threads: 2, deadlineMs: 10_000 },
      ingestKeys: [],
      neo4j: { uri: 'bolt://127.0.0.1:7687', user: undefined, password: undefined, database: undefined },
    });
  });

  it('turns introspection off in production unless it is asked for', () => {
    const production = { NEO4J_URI: 'neo4j://db', NODE_ENV: 'production' };
    expect(readEnv(production)).toMatchObject({ introspection: false });
    expect(readEnv({ ...production, API_INTROSPECTION: '1' })).toMatchObject({ introspection: true });
  });

  it('reports all faults together', () => {
    const faults = readEnv({ NEO4J_URI: 'http://db', API_PORT: '99999', NEO4J_USER: 'neo4j' });
    expect(faults).toHaveProperty('faults');
    expect('faults' in faults && faults.faults.map((f) => f.split(':')[0])).toEqual([
      'API_PORT',
      'NEO4J_URI',
      'NEO4J_PASSWORD',
    ]);
  });
});
