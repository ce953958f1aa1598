/** Why a question should end now; null = go on. Looked at every few thousand steps, so it must be cheap. */
export type StopSignal = () => 'DEADLINE' | 'CANCELLED' | null;

/** Nobody waits for the answer any more. */
export class QuestionCancelled extends Error {
  override readonly name = 'QuestionCancelled';
  constructor() {
    super('the question was cancelled');
  }
}

/** Whether the deadline has passed; throws {@link QuestionCancelled} when the question was cancelled. */
export function isOver(stop: StopSignal | undefined): boolean {
  const state = stop?.() ?? null;
  if (state === 'CANCELLED') throw new QuestionCancelled();
  return state === 'DEADLINE';
}

/** The deadline passed before an answer was whole that cannot say so of itself: a list or a set. */
export class QuestionOverdue extends Error {
  override readonly name = 'QuestionOverdue';
  constructor() {
    super('the answer was not whole when its deadline passed');
  }
}
