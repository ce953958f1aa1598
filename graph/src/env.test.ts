import { expect, it } from 'vitest';
import { readEnv } from './env.js';

it('takes a complete environment and one without login', () => {
  expect(readEnv({ NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_USER: '', NEO4J_PASSWORD: '' })).toMatchObject({
    ok: true,
  });
  expect(readEnv({ NEO4J_URI: 'neo4j+s://db', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'x' })).toEqual({
    ok: true,
    env: { NEO4J_URI: 'neo4j+s://db', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'x', NEO4J_DATABASE: undefined },
  });
});

it('names what is wrong', () => {
  expect(readEnv({})).toEqual({
    ok: false,
    faults: ['NEO4J_URI is not set: bolt://host:port of the Neo4j to use'],
  });
  expect(readEnv({ NEO4J_URI: 'http://x', NEO4J_USER: 'neo4j' })).toEqual({
    ok: false,
    faults: [
      'NEO4J_URI must begin with bolt:// or neo4j://',
      'NEO4J_USER and NEO4J_PASSWORD must be set together or not at all',
    ],
  });
});
