import { AsyncLocalStorage } from 'node:async_hooks';
import { PothosValidationError } from '@pothos/core';
import { CatalogueError } from '@yuanliu/graph';
import { GraphQLError } from 'graphql';
import type { Log } from './log.js';

/** What belongs to one request and must be known where no GraphQL context exists yet. */
export const requestScope = new AsyncLocalStorage<{ requestId: string }>();

/** A refusal that the client may read in full. */
export function refuse(code: string, message: string, status?: number): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, ...(status === undefined ? {} : { http: { status } }) },
  });
}

/**
 * What leaves the process in place of an error: the catalogue's own errors and the executor's remarks on
 * the document as they are, everything else masked and logged under the request's id.
 */
export function maskWith(log: Log) {
  return (error: unknown): Error => {
    const requestId = requestScope.getStore()?.requestId;
    const cause = rootOf(error);
    if (cause instanceof CatalogueError)
      return restate(error, cause.message, { code: cause.code, requestId });
    if (cause instanceof PothosValidationError) {
      return restate(error, cause.message, { code: 'INVALID_INPUT', requestId });
    }
    if (cause instanceof GraphQLError) {
      return restate(cause, cause.message, { code: 'BAD_QUERY', ...cause.extensions, requestId });
    }
    if (cause instanceof Error && cause.name === 'AbortError') {
      return restate(error, 'Nobody waits for the answer any more.', { code: 'CANCELLED', requestId });
    }
    log.error({ requestId, err: cause }, 'request failed');
    return restate(
      error,
      'Something went wrong on our side. Give the request id to who runs this catalogue.',
      {
        code: 'INTERNAL',
        requestId,
      },
    );
  };
}

/** The error that was thrown first, under what the executor wrapped around it. */
function rootOf(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

/** A fresh error with the place in the document and nothing else of the old one: no stack, no cause. */
function restate(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const at = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, {
    nodes: at?.nodes,
    source: at?.source,
    positions: at?.positions,
    path: at?.path,
    extensions,
  });
}
