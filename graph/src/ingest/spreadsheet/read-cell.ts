import { hasForbiddenCharacters, normalizeName } from '../../model/index.js';
import type { CodeWords } from './codes.js';
import { DATA_TYPE } from './codes.js';
import type { CellShape } from './column.js';
import type { FaultRule } from './faults.js';
import type { RawCell } from './raw-row.js';

/** What the catalogue knows by name or code; more than one code means that the name alone does not tell. */
export interface KnownNames {
  department: ReadonlyMap<string, readonly string[]>;
  library: ReadonlyMap<string, readonly string[]>;
  source: ReadonlyMap<string, readonly string[]>;
}

export type CellValue = string | number | string[];
type Told = { rule: FaultRule; facts?: Record<string, string> };
/** A value, or why there is none; notices say what was put right. */
export type ReadCell = { value: CellValue | null; fault?: Told; notices?: Told[] };

const refuse = (rule: FaultRule, facts?: Record<string, string>): ReadCell => ({
  value: null,
  fault: { rule, ...(facts ? { facts } : {}) },
});

/** Marks that draw nothing or turn the direction of what follows; a joiner inside an emoji is one of them. */
const withoutMarks = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');

const wordsByCodes = new WeakMap<CodeWords, Map<string, string>>();
function wordsOf(codes: CodeWords): Map<string, string> {
  let words = wordsByCodes.get(codes);
  if (!words) {
    words = new Map(
      Object.entries(codes).flatMap(([code, { zh, en }]) =>
        [code, en, ...zh].map((word) => [wordKey(word), code] as const),
      ),
    );
    wordsByCodes.set(codes, words);
  }
  return words;
}
const wordKey = (word: string) => normalizeName(word).replace(/\s/g, '').toLowerCase();

function readCode(text: string, codes: CodeWords): ReadCell {
  const code = wordsOf(codes).get(wordKey(text));
  return code === undefined
    ? refuse('NOT_ONE_OF', {
        allowed: Object.values(codes)
          .map(({ zh }) => zh[0])
          .join('、'),
        inEnglish: Object.values(codes)
          .map(({ en }) => en)
          .join(', '),
      })
    : { value: code };
}

function readDay(text: string): ReadCell {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return refuse('NOT_A_DAY');
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? { value: date.toISOString().slice(0, 10) } : refuse('NOT_A_DAY');
}

function readCount(text: string): ReadCell {
  const bare = text.replace(/(?<=\d)[,，](?=\d{3})/g, '').replace(/\.0+$/, '');
  return /^\d{1,15}$/.test(bare) ? { value: Number(bare) } : refuse('NOT_A_COUNT');
}

/** Types of databases are kept as they are written, in lower case: `varchar(18)`, `numeric(10,2)`, `timestamp with time zone`. */
const DATABASE_TYPE = /^(?!\d)[\p{L}_][\w ]*( *\( *\d+( *, *\d+)? *\))?( [a-z ]+)?$/iu;

function readType(text: string): ReadCell {
  const listed = readCode(text.replace(/[（(]\s*([CNYDTLMGBIF])\s*[）)]$/, ' $1'), DATA_TYPE);
  if (!listed.fault) return listed;
  const type = text.normalize('NFKC').replace(/\s+/g, ' ');
  return DATABASE_TYPE.test(type) && /^[\x20-\x7e]+$/.test(type)
    ? { value: type.toLowerCase() }
    : refuse('NOT_A_TYPE');
}

function readKnown(text: string, names: ReadonlyMap<string, readonly string[]>, what: string): ReadCell {
  const codes = names.get(wordKey(text)) ?? [];
  if (codes.length === 1) return { value: codes[0] as string };
  return codes.length === 0
    ? refuse('UNKNOWN_NAME', { what })
    : refuse('AMBIGUOUS_NAME', { codes: codes.join('、') });
}

/** The key of a name in {@link KnownNames}. */
export const knownKey = wordKey;

function readShape(text: string, shape: CellShape, names: KnownNames): ReadCell {
  switch (shape.is) {
    case 'CODES':
      return readCode(text, shape.codes);
    case 'DAY':
      return readDay(text);
    case 'COUNT':
      return readCount(text);
    case 'DATA_TYPE':
      return text.length > 100 ? refuse('TOO_LONG', { most: '100' }) : readType(text);
    case 'KNOWN':
      return readKnown(text, names[shape.what], shape.what);
    case 'LIST': {
      const items = [
        ...new Set(
          text
            .split(/[、,，;；\n]/)
            .map((item) => item.trim())
            .filter((item) => item !== ''),
        ),
      ];
      const long = items.some((item) => [...item].length > shape.most);
      return long ? refuse('TOO_LONG', { most: String(shape.most) }) : { value: items };
    }
    default:
      return [...text].length > shape.most
        ? refuse('TOO_LONG', { most: String(shape.most) })
        : { value: text };
  }
}

/** Text that no rule about characters speaks of. */
const PLAIN = /^[\x20-\x7e]*$/;
const LONGEST_REMEMBERED = 200;
const MOST_REMEMBERED = 1_000;

/** {@link readCell} for one column: columns repeat themselves, so what a text was read as is remembered for a while. */
export function cellReader(shape: CellShape, names: KnownNames): (cell: RawCell | undefined) => ReadCell {
  const remembered = new Map<string, ReadCell>();
  return (cell) => {
    if (cell === undefined || cell.text.length > LONGEST_REMEMBERED) return readCell(cell, shape, names);
    const key = cell.kind + cell.text;
    let read = remembered.get(key);
    if (read === undefined) {
      if (remembered.size === MOST_REMEMBERED) remembered.clear();
      read = readCell(cell, shape, names);
      remembered.set(key, read);
    }
    return read;
  };
}

/** Reads one cell by the shape of its column. An empty cell is null without a fault. */
export function readCell(cell: RawCell | undefined, shape: CellShape, names: KnownNames): ReadCell {
  if (cell === undefined) return { value: null };
  if (cell.kind === 'FORMULA') return refuse('FORMULA');
  if (cell.kind === 'ERROR') return refuse('ERROR_CELL');
  const plain = PLAIN.test(cell.text);
  if (!plain && hasForbiddenCharacters(cell.text)) return refuse('CONTROL');
  if (!plain && cell.text.includes('\ufffd')) return refuse('ENCODING');
  // Excel keeps 15 digits of a number: a longer code was already changed when the file was saved.
  if (cell.kind === 'NUMBER' && shape.is !== 'COUNT' && /e|(\d\D?){16}/i.test(cell.text))
    return refuse('NUMBER_LOST');
  const bare = plain ? cell.text : withoutMarks(cell.text);
  const notices: Told[] = bare === cell.text ? [] : [{ rule: 'INVISIBLE' }];
  let text = bare.trim();
  if (shape.is === 'NAME' && !plain) {
    const name = normalizeName(text);
    if (name !== text) notices.push({ rule: 'FORM', facts: { written: name.slice(0, 80) } });
    text = name;
  }
  if (text === '') return { value: null, notices };
  return { ...readShape(text, shape, names), notices };
}
