import { type Fault, FaultLog } from '../faults.js';
import { columnLetter } from '../raw-row.js';
import { type CatalogueRow, type DatasetDraft, readCatalogue } from '../read-catalogue.js';
import { type KnownNames, knownKey } from '../read-cell.js';

const known = (codes: Record<string, string[]>) =>
  new Map(
    Object.entries(codes).flatMap(([code, names]) =>
      [code, ...names].map((name) => [knownKey(name), [code]] as const),
    ),
  );
export const SOME_NAMES: KnownNames = {
  department: known({ DSJ: ['区数据局', '数据局'], GA: ['区公安分局'] }),
  library: known({ 'LIB-RK': ['人口库'] }),
  source: known({ 'SYS-1': ['人口系统'] }),
};

/** A fault as short text: rule, and where. */
export const at = ({ rule, sheet, row, column, header }: Fault): string =>
  [rule, sheet, row, column === null ? null : columnLetter(column), header]
    .filter((part) => part !== null)
    .join(' ');

export async function readAll(bytes: Buffer): Promise<{
  rows: CatalogueRow[];
  datasets: DatasetDraft[];
  log: FaultLog;
  faults: string[];
}> {
  const log = new FaultLog();
  const { rows, datasets } = readCatalogue(bytes, SOME_NAMES, log);
  const read: CatalogueRow[] = [];
  for await (const row of rows) read.push(row);
  return { rows: read, datasets: [...datasets.values()], log, faults: log.kept.map(at) };
}
