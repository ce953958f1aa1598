import { normalizeName } from '../../model/index.js';
import type { CodeWords } from './codes.js';

/** How a cell becomes a value. */
export type CellShape =
  /** Prose: kept as written, but for invisible marks. */
  | { is: 'TEXT'; most: number }
  /** A name of OpenLineage's or a path: kept in its NFKC form, so that one name is one name. */
  | { is: 'NAME'; most: number }
  | { is: 'CODES'; codes: CodeWords }
  | { is: 'DAY' }
  | { is: 'COUNT' }
  | { is: 'LIST'; most: number }
  | { is: 'DATA_TYPE' }
  /** Something that the catalogue knows, by code or name. */
  | { is: 'KNOWN'; what: 'department' | 'library' | 'source' };

export interface Column<K extends string = string> {
  key: K;
  zh: string;
  en: string;
  /** Of which thing it speaks: rows of one dataset repeat the dataset's columns, or leave them empty. */
  of: 'DATASET' | 'ITEM';
  /** Must stand in the file and be filled. */
  required: boolean;
  shape: CellShape;
  help: { zh: string; en: string };
  /** Other headers that mean the same. */
  also?: readonly string[];
}

/** Headers are compared without width, spaces, marks of duty and notes in brackets. */
export function headerKey(header: string): string {
  return normalizeName(header)
    .replace(/[\s*★☆]/g, '')
    .replace(/\((必填|选填|可选|required|optional)\)/gi, '')
    .toLowerCase();
}

/** Columns by every header that is read as theirs. */
export function headersOf<K extends string>(columns: readonly Column<K>[]): Map<string, Column<K>> {
  return new Map(
    columns.flatMap((column) =>
      [column.zh, column.en, column.key, ...(column.also ?? [])].map(
        (header) => [headerKey(header), column] as const,
      ),
    ),
  );
}
