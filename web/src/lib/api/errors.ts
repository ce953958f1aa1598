/** The API does not answer: down, starting, or not reachable. Trying again later may help. */
export class ApiUnavailable extends Error {
  override readonly name = 'ApiUnavailable';
}

/** The API answered with errors; `requestId` finds the cause in its log. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    readonly requestId: string | null,
  ) {
    super(message);
  }
}
