const SEPARATOR = '~';

/** The cursors of the pages walked so far, as the `after` parameter holds them. */
export function readTrail(after: string | undefined): string[] {
  return after ? after.split(SEPARATOR).filter(Boolean) : [];
}

/** The parameter for a trail; nothing for the first page. */
export function writeTrail(trail: readonly string[]): string | undefined {
  return trail.length > 0 ? trail.join(SEPARATOR) : undefined;
}
