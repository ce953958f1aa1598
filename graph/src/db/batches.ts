/** Runs `work` on slices of at most `size` rows, one after another, and joins what it returns. */
export async function inBatches<T, R>(
  rows: readonly T[],
  work: (batch: T[]) => Promise<R[]>,
  size = 1000,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < rows.length; start += size) {
    for (const result of await work(rows.slice(start, start + size))) results.push(result);
  }
  return results;
}
