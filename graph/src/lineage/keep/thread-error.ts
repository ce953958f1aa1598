import { Unavailable } from '../../errors.js';
import type { ThreadError } from './messages.js';

/** An error on its way to another thread. */
export function packError(error: unknown): ThreadError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const unavailable = error instanceof Unavailable ? { what: error.what, reason: error.reason } : null;
  return { message, stack, unavailable };
}

/** The error that another thread sent. */
export function unpackError({ message, stack, unavailable }: ThreadError): Error {
  if (unavailable !== null) return new Unavailable(unavailable.what, unavailable.reason);
  return Object.assign(new Error(message), { stack });
}
