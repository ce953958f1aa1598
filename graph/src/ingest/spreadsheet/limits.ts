/** What one file may hold (safety F8). More is refused with the limit named, never cut. */
export const LIMITS = {
  /** Bytes as uploaded. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of all parts of a workbook together, inflated: a zip bomb ends here. */
  inflatedBytes: 768 * 1024 * 1024,
  zipEntries: 2_000,
  /** UTF-16 units of all different texts of a workbook. */
  sharedText: 64 * 1024 * 1024,
  /** UTF-16 units between two tags, and of one record of a CSV file. */
  oneText: 1024 * 1024,
  rows: 200_000,
  columns: 256,
  /** Faults that are kept one by one; the others are counted. */
  faults: 10_000,
} as const;
