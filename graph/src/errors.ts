/** One fault in what a caller gave: where and why. */
export interface InputIssue {
  path: string;
  message: string;
}

/** What the catalogue refuses or cannot do for a reason that the caller may know. Anything else thrown is our bug. */
export abstract class CatalogueError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The named thing does not exist (or is not visible, which is the same to the caller). */
export class NotFound extends CatalogueError {
  readonly code = 'NOT_FOUND';
  constructor(
    readonly what: string,
    readonly key: string,
  ) {
    super(`${what} ${key} does not exist`);
  }
}

/** The request contradicts what is stored, such as a second thing under a taken key. */
export class Conflict extends CatalogueError {
  readonly code = 'CONFLICT';
  constructor(
    readonly what: string,
    readonly key: string,
    readonly reason: string,
  ) {
    super(`${what} ${key}: ${reason}`);
  }
}

/** The input breaks a rule; every fault with its path. */
export class InvalidInput extends CatalogueError {
  readonly code = 'INVALID_INPUT';
  constructor(readonly issues: readonly InputIssue[]) {
    const first = issues[0];
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    super(first ? `${first.path}: ${first.message}${more}` : 'invalid input');
  }
}

/** The viewer may not do this. */
export class NotPermitted extends CatalogueError {
  readonly code = 'NOT_PERMITTED';
  constructor(
    readonly action: string,
    readonly reason: string,
  ) {
    super(`${action}: ${reason}`);
  }
}

/** Something that the answer needs is not reachable or not ready now; trying again may help. */
export class Unavailable extends CatalogueError {
  readonly code = 'UNAVAILABLE';
  constructor(
    readonly what: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${what} is unavailable: ${reason}`, options);
  }
}
