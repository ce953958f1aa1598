import type { GradeKey } from '@/ui/tokens';
import type { Change } from './change-marks';
import type { EdgeEnd, EdgeRow } from './edge-rows';
import type { PersonalInfo, Ring } from './lineage-types';

/** Columns of one end of an edge; in the file once for its beginning and once for its end. */
export const END_COLUMNS = [
  'kind',
  'namespace',
  'box',
  'boxName',
  'department',
  'field',
  'fieldName',
  'grade',
  'personal',
] as const;

/** Columns of the edge itself. */
export const EDGE_COLUMNS = [
  'ring',
  'way',
  'subtype',
  'masking',
  'reversible',
  'backflow',
  'link',
  'coarse',
  'through',
  'change',
  'id',
] as const;

/** Words for what the file holds besides names. */
export interface CsvWords {
  columns: {
    from: Record<(typeof END_COLUMNS)[number], string>;
    to: Record<(typeof END_COLUMNS)[number], string>;
  };
  edgeColumns: Record<(typeof EDGE_COLUMNS)[number], string>;
  kind: Record<'DATASET' | 'INTERFACE' | 'CONSUMER', string>;
  grade: (grade: GradeKey | null) => string;
  personal: (kind: PersonalInfo) => string;
  ring: (ring: Ring) => string;
  way: (edge: EdgeRow['edge']) => string;
  subtype: (subtype: string) => string;
  masking: (masking: string) => string;
  change: (change: Change) => string;
  yes: string;
}

/** Spreadsheets run what begins so: such a text gets an apostrophe in front. */
const cell = (value: string | number) => {
  const text = String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Every edge of the picture as CSV with both ends in full, in the order of the edges view, under the head lines of title,
 * date, version and person. UTF-8 with a mark at the front, so that spreadsheets read the Chinese.
 */
export function exportCsv(
  edges: readonly EdgeRow[],
  namespaces: ReadonlyMap<string, string>,
  words: CsvWords,
  head: readonly string[],
): string {
  const yes = (value: boolean) => (value ? words.yes : '');
  const endCells = ({ box, row }: EdgeEnd) => [
    words.kind[box.kind],
    namespaces.get(box.id) ?? '',
    box.label,
    box.name,
    box.departmentName ?? '',
    row?.label ?? '',
    row?.name ?? '',
    box.kind === 'CONSUMER' && box.grade === null ? '' : words.grade(row ? row.grade : box.grade),
    words.personal((row ?? box).personalInfo),
  ];
  const rows = edges.map(({ edge, from, to, ring }) => [
    ...endCells(from),
    ...endCells(to),
    ring ? words.ring(ring) : '',
    words.way(edge),
    edge.role === 'FLOW' && edge.subtype ? words.subtype(edge.subtype) : '',
    edge.masking != null ? words.masking(edge.masking) : '',
    yes(edge.reversible),
    yes(edge.backflow),
    edge.backflowLink ?? '',
    yes(edge.coarse),
    edge.contracted ?? '',
    edge.change ? words.change(edge.change) : '',
    edge.id,
  ]);
  const columns = [
    ...END_COLUMNS.map((name) => words.columns.from[name]),
    ...END_COLUMNS.map((name) => words.columns.to[name]),
    ...EDGE_COLUMNS.map((name) => words.edgeColumns[name]),
  ];
  const lines = [head, columns, ...rows].map((cells) => cells.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
