import { Unavailable } from '../../errors.js';

/** An error as another thread can read it: classes do not cross. */
export interface ThreadError {
  message: string;
  stack: string | undefined;
  /** Set when it is `Unavailable`. */
  unavailable: { what: string; reason: string } | null;
}

/** What an index throws when a list or a set was not whole at its deadline. */
const OVERDUE = 'QuestionOverdue';

function unavailableOf(error: unknown): ThreadError['unavailable'] {
  if (error instanceof Unavailable) return { what: error.what, reason: error.reason };
  if (error instanceof Error && error.name === OVERDUE)
    return { what: 'lineage index', reason: error.message };
  return null;
}

/** An error on its way to another thread. */
export function packError(error: unknown): ThreadError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, stack, unavailable: unavailableOf(error) };
}

/** The error that another thread sent. */
export function unpackError({ message, stack, unavailable }: ThreadError): Error {
  if (unavailable !== null) return new Unavailable(unavailable.what, unavailable.reason);
  return Object.assign(new Error(message), { stack });
}
