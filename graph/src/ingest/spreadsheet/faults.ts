import { LIMITS } from './limits.js';

export type FaultRule =
  | 'EMPTY'
  | 'NOT_A_TABLE'
  | 'BROKEN'
  | 'TOO_LARGE'
  | 'RECORD_TOO_LONG'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'NO_HEADER'
  | 'MISSING_COLUMN'
  | 'DUPLICATE_COLUMN'
  | 'UNKNOWN_COLUMN'
  | 'SHEET_IGNORED'
  | 'FORMULA'
  | 'ERROR_CELL'
  | 'CONTROL'
  | 'ENCODING'
  | 'INVISIBLE'
  | 'FORM'
  | 'NUMBER_LOST'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NOT_ONE_OF'
  | 'NOT_A_DAY'
  | 'NOT_A_COUNT'
  | 'NOT_A_CODE'
  | 'NOT_A_TYPE'
  | 'UNKNOWN_NAME'
  | 'AMBIGUOUS_NAME'
  | 'SECRET'
  | 'CONDITION'
  | 'CONDITION_NOT_CONCRETE'
  | 'BASIS'
  | 'TWICE'
  | 'CONTRADICTS'
  | 'OF_OTHER'
  | 'DATASET_REFUSED'
  | 'BELOW_FLOOR'
  | 'DOWNGRADE'
  | 'NO_KIND'
  | 'UNKNOWN_DATASET'
  | 'UNKNOWN_FIELD'
  | 'SUBTYPE_OF_KIND'
  | 'FIELD_WITHOUT_NAME';

/** Rules that are told but refuse nothing: what was put right, and what will not be read. */
const NOTICES: readonly FaultRule[] = ['UNKNOWN_COLUMN', 'SHEET_IGNORED', 'INVISIBLE', 'FORM'];

/** One thing that is wrong, with its place. Without a row it is about the sheet, without a sheet about the file. */
export interface Fault {
  rule: FaultRule;
  sheet: string | null;
  row: number | null;
  /** Counted from 0. */
  column: number | null;
  /** As it stands in the file. */
  header: string | null;
  /** What stands in the cell, shortened. */
  value: string | null;
  /** What the words of the rule name. */
  facts: Record<string, string>;
}

export const isNotice = ({ rule }: Pick<Fault, 'rule'>): boolean => NOTICES.includes(rule);

/** The file cannot be read on: one fault of the whole. */
export class UnreadableFile extends Error {
  constructor(readonly fault: Fault) {
    super(fault.rule);
  }
}

/** A fault of the file or of a place in it; what is not said is null. */
export function faultOf(
  rule: FaultRule,
  facts: Record<string, string> = {},
  place: Partial<Fault> = {},
): Fault {
  return { sheet: null, row: null, column: null, header: null, value: null, ...place, rule, facts };
}

export const unreadable = (...of: Parameters<typeof faultOf>): UnreadableFile =>
  new UnreadableFile(faultOf(...of));

/** Faults of a file: the first ones whole, the others counted, and every row that one of them refuses. */
export class FaultLog {
  readonly kept: Fault[] = [];
  readonly byRule = new Map<FaultRule, number>();
  /** Faults that refuse something; notices are not among them. */
  faults = 0;
  notices = 0;
  /** The whole file is refused, whatever its rows say. */
  fatal = false;
  readonly #bad = new Map<string, Set<number>>();
  #refused = 0;

  add(fault: Fault): void {
    this.byRule.set(fault.rule, (this.byRule.get(fault.rule) ?? 0) + 1);
    const notice = isNotice(fault);
    if (notice) this.notices += 1;
    else {
      this.faults += 1;
      if (fault.sheet === null || fault.row === null) this.fatal = true;
      else this.#refuse(fault.sheet, fault.row);
    }
    if (this.kept.length < LIMITS.faults) this.kept.push(fault);
  }

  #refuse(sheet: string, row: number): void {
    const rows = this.#bad.get(sheet) ?? new Set();
    this.#bad.set(sheet, rows);
    if (rows.has(row)) return;
    rows.add(row);
    this.#refused += 1;
  }

  get refusedRows(): number {
    return this.#refused;
  }

  refuses(sheet: string, row: number): boolean {
    return this.#bad.get(sheet)?.has(row) ?? false;
  }
}
