import { describe, expect, it } from 'vitest';
import { buildEnvironment, readSettings } from './settings.mjs';

describe('readSettings', () => {
  it('fills in the defaults of the contract', () => {
    const { settings, faults } = readSettings({ HOME: '/home/wen' });
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({
      home: '/home/wen/.local/share/yuanliu',
      cache: '/home/wen/.cache/yuanliu',
      apiPort: 4000,
      webPort: 3000,
      boltPort: 7687,
      heap: '512m',
      pageCache: '256m',
      database: undefined,
      seed: 'changning',
    });
  });

  it('follows XDG folders, and YUANLIU_HOME before them', () => {
    const env = { HOME: '/h', XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c', YUANLIU_HOME: '/own' };
    expect(readSettings(env).settings).toMatchObject({ home: '/own', cache: '/c/yuanliu' });
  });

  it('reports every fault at once', () => {
    const env = { API_PORT: '99999', WEB_PORT: 'x', NEO4J_HEAP: '512', NEO4J_URI: 'http://db' };
    const { faults } = readSettings({ HOME: '/h', ...env });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'API_PORT=99999',
      'WEB_PORT=x',
      'NEO4J_HEAP=512',
      'NEO4J_URI=http://db',
    ]);
  });

  it('refuses one port for two programs', () => {
    expect(readSettings({ HOME: '/h', API_PORT: '3000' }).faults).toEqual([expect.stringContaining('3000')]);
  });

  it('takes a Neo4j of one’s own with its login', () => {
    const env = { HOME: '/h', NEO4J_URI: 'neo4j+s://db.example:7687', NEO4J_PASSWORD: 'p' };
    expect(readSettings(env).settings.database).toEqual({
      uri: 'neo4j+s://db.example:7687',
      user: 'neo4j',
      password: 'p',
      database: 'neo4j',
    });
  });
});

describe('buildEnvironment', () => {
  it('leaves out what belongs to one run, so that the build cache stays valid', () => {
    const env = { PATH: '/bin', API_PORT: '1', NEO4J_URI: 'bolt://x', YUANLIU_HOME: '/h', NODE_ENV: 'test' };
    expect(buildEnvironment({ ...env, npm_config_cache: '/c', npm_lifecycle_event: 'start' })).toEqual({
      PATH: '/bin',
      npm_config_cache: '/c',
      TURBO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    });
  });
});
