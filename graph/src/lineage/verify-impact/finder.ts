/** What was found: how much, and the first few to look at. */
export interface Found<T> {
  count: number;
  first: T[];
}

const SHOWN = 10;

/** Collects what is found. */
export function finder<T>(): Found<T> & { add(one: T): void } {
  return {
    count: 0,
    first: [],
    add(one) {
      this.count++;
      if (this.first.length < SHOWN) this.first.push(one);
    },
  };
}
