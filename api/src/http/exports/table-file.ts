export type Cell = string | number;

export interface Sheet {
  name: string;
  columns: string[];
  /** Asked for once, when the sheet is written. */
  rows: () => AsyncIterable<Cell[]> | Iterable<Cell[]>;
}

export interface TableFile {
  /** Without the ending. */
  name: string;
  /** Of the lineage index that the rows come from. */
  snapshotVersion: number;
  /** Stands before the others in a workbook, made for it only: what was asked and the numbers in short. */
  cover?: () => Promise<Sheet>;
  /** The first is the one that a CSV file holds. */
  sheets: [Sheet, ...Sheet[]];
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof TYPES;

/** Headers of a file that is saved, never shown or kept by caches. */
export function headersOf({ name, snapshotVersion }: TableFile, format: TableFormat): Record<string, string> {
  return {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${format}"`,
    'x-yuanliu-snapshot-version': String(snapshotVersion),
    'cache-control': 'no-store',
  };
}
