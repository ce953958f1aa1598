import { Neo4jError } from 'neo4j-driver';
import { expect, it } from 'vitest';
import { Conflict, InvalidInput, NotFound, Unavailable } from '../errors.js';
import { mapNeo4jError } from './neo4j-errors.js';

const of = (code: string, message = 'words that change between versions') =>
  new Neo4jError(message, code, '50N42', 'error');

it.each([
  ['ServiceUnavailable', Unavailable],
  ['SessionExpired', Unavailable],
  ['Neo.ClientError.Security.Unauthorized', Unavailable],
  ['Neo.ClientError.Security.AuthenticationRateLimit', Unavailable],
  ['Neo.TransientError.Transaction.DeadlockDetected', Unavailable],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', Unavailable],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', Unavailable],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', Conflict],
] as const)('maps %s by its code', (code, kind) => {
  expect(mapNeo4jError(of(code))).toBeInstanceOf(kind);
});

it('leaves what it does not know, and what is not of the driver, as it is', () => {
  for (const error of [
    of('Neo.ClientError.Statement.SyntaxError'),
    // The words of a message decide nothing.
    of('Neo.ClientError.Statement.TypeError', 'ConstraintValidationFailed ServiceUnavailable'),
    new NotFound('dataset', 'x'),
    new TypeError('bug'),
    'text',
  ]) {
    expect(mapNeo4jError(error)).toBe(error);
  }
});

it('carries code and facts of each error', () => {
  expect(
    new InvalidInput([
      { path: 'a', message: 'b' },
      { path: 'c', message: 'd' },
    ]).message,
  ).toBe('a: b (and 1 more)');
  expect(new NotFound('dataset', 'x')).toMatchObject({
    code: 'NOT_FOUND',
    what: 'dataset',
    key: 'x',
    name: 'NotFound',
  });
});
