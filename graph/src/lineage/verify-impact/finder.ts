/** What was found: how much, and the first few to look at. */
export interface Found<T> {
  count: number;
  first: T[];
}

const SHOWN = 10;

/** Collects what is found. */
export function finder<T>(): { add(one: T): void; found(): Found<T> } {
  const found: Found<T> = { count: 0, first: [] };
  return {
    add(one) {
      found.count++;
      if (found.first.length < SHOWN) found.first.push(one);
    },
    found: () => found,
  };
}
