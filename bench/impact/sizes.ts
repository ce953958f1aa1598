/** How much is asked at a size: the databases need seconds for one answer where the index needs microseconds. */
export interface Size {
  fields: number;
  /** Timed sources: random ones in use, and those that feed most. */
  random: number;
  hot: number;
  /** How often each is asked on every side; the best counts, since machines are shared. */
  repeats: number;
  /** Sources whose whole answer is compared with the naïve oracle. */
  checked: number;
  /** Of these, how many sets are compared with Neo4j's and PostgreSQL's. */
  fingerprints: number;
  databases: boolean;
}

export const SIZES: Record<string, Size> = {
  '10k': { ...of(10_000), random: 100, hot: 10, repeats: 3, fingerprints: 1_000 },
  '100k': { ...of(100_000), repeats: 2, fingerprints: 6 },
  '1M': { ...of(1_000_000), checked: 100, fingerprints: 5 },
  '10M': { ...of(10_000_000), random: 8, hot: 2, checked: 10, databases: false },
};

function of(fields: number): Size {
  return {
    fields,
    random: 15,
    hot: 3,
    repeats: 1,
    checked: 1_000,
    fingerprints: 0,
    databases: true,
  };
}
