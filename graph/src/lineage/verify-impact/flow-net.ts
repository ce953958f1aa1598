/** A growing net of names and arrows between them: plain arrays, so that it can hold a whole catalogue's edges. */
export function flowNet() {
  const numbers = new Map<string, number>();
  let [from, to] = [new Uint32Array(1024), new Uint32Array(1024)];
  let arrows = 0;

  function numberOf(name: string): number {
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    return number;
  }
  function larger(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const grown = new Uint32Array(old.length * 2);
    grown.set(old);
    return grown;
  }
  /** The arrows by where they start: those of `v` are `ends[firsts[v] .. firsts[v + 1])`. */
  function sorted(): { firsts: Uint32Array; ends: Uint32Array } {
    const firsts = new Uint32Array(numbers.size + 1);
    for (let arrow = 0; arrow < arrows; arrow++) firsts[from[arrow]! + 1]!++;
    for (let number = 0; number < numbers.size; number++) firsts[number + 1]! += firsts[number]!;
    const next = firsts.slice();
    const ends = new Uint32Array(arrows);
    for (let arrow = 0; arrow < arrows; arrow++) {
      ends[next[from[arrow]!]!++] = to[arrow]!;
    }
    return { firsts, ends };
  }

  return {
    add(start: string, end: string): void {
      if (arrows === from.length) [from, to] = [larger(from), larger(to)];
      from[arrows] = numberOf(start);
      to[arrows++] = numberOf(end);
    },
    /** Which names the arrows lead to from the starts, these included. */
    reachedFrom(starts: readonly string[]): (name: string) => boolean {
      const queue = starts.map(numberOf);
      const reached = new Uint8Array(numbers.size);
      for (const number of queue) reached[number] = 1;
      const { firsts, ends } = sorted();
      for (let at = 0; at < queue.length; at++) {
        for (let arrow = firsts[queue[at]!]!; arrow < firsts[queue[at]! + 1]!; arrow++) {
          const end = ends[arrow]!;
          if (reached[end] === 1) continue;
          reached[end] = 1;
          queue.push(end);
        }
      }
      return (name) => reached[numbers.get(name) ?? reached.length] === 1;
    },
  };
}
