import { Neo4jError } from 'neo4j-driver';
import { CatalogueError, Conflict, Unavailable } from '../errors.js';

const UNREACHABLE = new Set(['ServiceUnavailable', 'SessionExpired', 'ConnectionAcquisitionTimeout']);

/** The house's error for a driver error, decided by its code alone; what is not known comes back unchanged. */
export function mapNeo4jError(error: unknown): unknown {
  if (error instanceof CatalogueError || !(error instanceof Neo4jError)) return error;
  const { code } = error;
  if (UNREACHABLE.has(code)) return new Unavailable('database', code, { cause: error });
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new Unavailable('database', `login refused (${code})`, { cause: error });
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new Conflict('key', '', 'is already taken');
  }
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new Unavailable('database', 'the transaction took too long', { cause: error });
  }
  if (code.startsWith('Neo.TransientError.') || error.retriable) {
    return new Unavailable('database', code, { cause: error });
  }
  return error;
}
