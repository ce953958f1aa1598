import type { InputIssue } from '@yuanliu/graph';

/** A refusal with its HTTP status; `errors` says where and why. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly errors: readonly InputIssue[],
    readonly headers: Record<string, string> = {},
  ) {
    super(errors[0]?.message ?? `HTTP ${status}`);
  }
}

/** A refusal with one reason about the request as a whole. */
export function refusal(status: number, message: string, headers?: Record<string, string>): HttpError {
  return new HttpError(status, [{ path: '', message }], headers);
}
