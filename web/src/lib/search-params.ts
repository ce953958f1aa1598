/** What a page gets of its address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a parameter; nothing when it is missing or empty. */
export function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0] || undefined;
}
