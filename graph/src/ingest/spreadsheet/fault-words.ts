import type { Fault, FaultRule } from './faults.js';
import { columnLetter } from './raw-row.js';
import { CSV_SHEET } from './read-csv.js';

export type Locale = 'zh-CN' | 'en';
type Facts = Record<string, string>;
/** What is wrong, then what to do, in both languages. */
type Words = readonly [zh: (f: Facts) => [string, string], en: (f: Facts) => [string, string]];

const say = (zh: [string, string], en: [string, string]): Words => [() => zh, () => en];

const WORDS: Record<FaultRule, Words> = {
  EMPTY: say(
    ['文件是空的', '请填写模板后再上传'],
    ['The file is empty', 'Fill in the template and upload it'],
  ),
  NOT_A_TABLE: say(
    [
      '不是 XLSX 或 CSV 文件（也可能是加密的或 2007 年以前的 XLS）',
      '请另存为 .xlsx 或 CSV，去掉密码后再上传',
    ],
    [
      'Neither XLSX nor CSV (it may be encrypted, or XLS from before 2007)',
      'Save as .xlsx or CSV without a password',
    ],
  ),
  BROKEN: [
    ({ why }) => [`文件损坏，读不下去（${why}）`, '请用 Excel 或 WPS 打开后重新另存，再上传'],
    ({ why }) => [`The file is broken (${why})`, 'Open it, save it again and upload that'],
  ],
  TOO_LARGE: [
    ({ limit }) => [`文件或其中的内容超过 ${limit} MB`, '请分成几个文件上传；解压后异常大的文件一律不收'],
    ({ limit }) => [`The file or what is in it is larger than ${limit} MB`, 'Split it into several files'],
  ],
  RECORD_TOO_LONG: say(
    ['这一行太长（超过 1 MB），或少了结尾的双引号', '请检查这一行的引号；太长的说明请缩短'],
    ['The row is longer than 1 MB, or its closing quote is missing', 'Check its quotes, or shorten it'],
  ),
  TOO_MANY_ROWS: [
    ({ limit }) => [`超过 ${limit} 行`, '请分成几个文件上传'],
    ({ limit }) => [`More than ${limit} rows`, 'Split it into several files'],
  ],
  TOO_MANY_COLUMNS: [
    ({ limit }) => [`超过 ${limit} 列`, '请只保留模板里的列'],
    ({ limit }) => [`More than ${limit} columns`, 'Keep only the columns of the template'],
  ],
  NO_HEADER: [
    ({ columns }) => [
      `找不到表头，文件编码也可能不对（应为 UTF-8 或 GB18030）`,
      `请用模板，表头须有：${columns}`,
    ],
    ({ columns }) => [
      'No headers were found; the encoding may be wrong (UTF-8 or GB18030 is read)',
      `Use the template; it has the headers ${columns}`,
    ],
  ],
  MISSING_COLUMN: [
    ({ column }) => [`缺少必填列「${column}」`, '请按模板补上这一列'],
    ({ en }) => [`The required column “${en}” is missing`, 'Add it as in the template'],
  ],
  DUPLICATE_COLUMN: [
    ({ column }) => [`列「${column}」出现了两次`, '请只保留一列'],
    ({ en }) => [`The column “${en}” is there twice`, 'Keep one of them'],
  ],
  UNKNOWN_COLUMN: say(
    ['不认识的列，不会导入', '如果写错了列名，请按模板改正'],
    ['Unknown column: it will not be imported', 'Correct the header if it is misspelt'],
  ),
  SHEET_IGNORED: say(
    ['这张工作表没有表头，不会导入', '如需导入，请在第一行写上模板的表头'],
    [
      'This sheet has no headers: it will not be imported',
      'Put the headers of the template into its first row',
    ],
  ),
  FORMULA: say(
    ['单元格是公式；公式不会被计算', '请复制后“选择性粘贴为数值”'],
    ['The cell is a formula; formulas are never run', 'Copy it and paste it as a value'],
  ),
  ERROR_CELL: say(
    ['单元格是错误值', '请改成正确的内容'],
    ['The cell holds an error value', 'Put the right content there'],
  ),
  CONTROL: say(
    ['含有控制字符、NUL 或残缺的字符', '请删除后重新输入这一格'],
    ['Holds control characters, NUL or half a character', 'Clear the cell and type it again'],
  ),
  ENCODING: say(
    ['有不属于本文件编码的字节', '请把文件另存为 UTF-8（带 BOM）的 CSV 或 XLSX'],
    ['Holds bytes that are not of the file’s encoding', 'Save the file as UTF-8 CSV or XLSX'],
  ),
  INVISIBLE: say(
    ['含有看不见的字符（零宽或方向控制），已去掉', '不需要处理；如有出入请核对'],
    [
      'Held invisible marks (zero-width or direction); they were removed',
      'Nothing to do; check it if it looks wrong',
    ],
  ),
  FORM: [
    ({ written }) => [`名称里的全角或兼容字符已统一为「${written}」`, '不需要处理；如有出入请核对'],
    ({ written }) => [
      `The name was brought into its usual form “${written}”`,
      'Nothing to do; check it if it looks wrong',
    ],
  ],
  NUMBER_LOST: say(
    ['长编号存成了数字，末尾几位可能已被 Excel 改掉', '请把这一列设为“文本”格式后重新输入'],
    [
      'A long code was saved as a number; Excel may have changed its last digits',
      'Format the column as text and type it again',
    ],
  ),
  REQUIRED: say(['必填，但是空的', '请填写'], ['Required, but empty', 'Fill it in']),
  TOO_LONG: [
    ({ most }) => [`超过 ${most} 字`, '请缩短'],
    ({ most }) => [`Longer than ${most} characters`, 'Shorten it'],
  ],
  NOT_ONE_OF: [
    ({ allowed }) => ['不在可选的值里', `请改为其中之一：${allowed}`],
    ({ inEnglish }) => ['Not one of the allowed values', `Use one of ${inEnglish}`],
  ],
  NOT_A_DAY: say(['不是日期', '请写成 2026-11-24 这样的日期'], ['Not a date', 'Write it like 2026-11-24']),
  NOT_A_COUNT: say(
    ['不是非负整数', '请填写整数，不带单位'],
    ['Not a whole number', 'Write a whole number without a unit'],
  ),
  NOT_A_CODE: say(
    ['不是合规的代码', '请只用文字、数字、点、横线和冒号'],
    ['Not a code', 'Use letters, digits, dots, dashes and colons'],
  ),
  NOT_A_TYPE: say(
    ['不是数据类型', '请填字符型、数值型、日期型等，或 varchar(18) 这样的数据库类型'],
    ['Not a data type', 'Write text, numeric, date …, or a database type such as varchar(18)'],
  ),
  UNKNOWN_NAME: [
    ({ what }) => [
      `目录里没有这个${{ department: '单位', library: '库', source: '来源系统' }[what ?? ''] ?? '名称'}`,
      '请核对名称或改填代码；确实没有的，请管理员先登记',
    ],
    ({ what }) => [
      `The catalogue has no such ${what}`,
      'Check the name or use the code; if it is new, have it registered first',
    ],
  ],
  AMBIGUOUS_NAME: [
    ({ codes }) => ['有几个同名的', `请改填代码：${codes}`],
    ({ codes }) => ['Several have this name', `Use the code: ${codes}`],
  ],
  SECRET: say(
    ['涉密数据不得进入目录', '请从文件中删去这个数据集'],
    ['Secret data must not enter the catalogue', 'Take the dataset out of the file'],
  ),
  CONDITION: say(
    ['类型是无条件，条件却不是“无条件”', '请填“无条件”，或改类型'],
    ['The type is unconditional, but a condition is given', 'Write 无条件, or change the type'],
  ),
  CONDITION_NOT_CONCRETE: say(
    ['有条件，却没有写明条件', '请写明具体条件'],
    ['Conditional, but the condition is not given', 'Write the condition itself'],
  ),
  BASIS: say(
    ['不予共享须写明法律或政策依据', '请写上依据的法律、法规或文件名称'],
    ['What is not shared must cite the law or policy', 'Name it'],
  ),
  TWICE: [
    ({ row }) => [`与第 ${row} 行重复（名称只有全角半角或 Unicode 形式不同的也算同一个）`, '请只保留一行'],
    ({ row }) => [
      `The same as row ${row} (names that differ only by width or Unicode form are one)`,
      'Keep one of them',
    ],
  ],
  CONTRADICTS: [
    ({ row }) => [`同一数据集在第 ${row} 行写的不一样`, '请改成一致，或只在一行填写'],
    ({ row }) => [`Row ${row} says another thing of the same dataset`, 'Make them agree, or fill it in once'],
  ],
  OF_OTHER: say(
    ['提供方代码与提供方不是同一个单位', '请改成一致'],
    ['The code is of another department than the provider', 'Make them agree'],
  ),
  DATASET_REFUSED: [
    ({ name }) => [`所属数据集「${name}」的信息有错`, '请先改正该数据集标出的单元格'],
    ({ name }) => [
      `What the file says of its dataset “${name}” is faulty`,
      'Correct the cells of that dataset first',
    ],
  ],
  BELOW_FLOOR: [
    ({ floor }) => [`低于这类个人信息的最低级别 ${floor}`, `请改为 ${floor} 或更高`],
    ({ floor }) => [`Below the floor ${floor} of such personal information`, `Use ${floor} or higher`],
  ],
  DOWNGRADE: [
    ({ now }) => [`低于现有级别 ${now}；导入不能降级`, '请走降级审批，或填现有级别'],
    ({ now }) => [
      `Below the present grade ${now}; an import cannot lower a grade`,
      'Have the downgrade approved, or write the present grade',
    ],
  ],
  NO_KIND: say(
    ['填了个人信息类别，个人信息却是“无”', '请在个人信息列选“一般”或“敏感”'],
    [
      'A kind of personal information is given, but personal information is none',
      'Choose general or sensitive',
    ],
  ),
  UNKNOWN_DATASET: say(
    ['目录里没有这个数据集', '请核对命名空间和数据集名；新数据集请先登记目录'],
    ['The catalogue has no such dataset', 'Check namespace and name; register a new dataset first'],
  ),
  UNKNOWN_FIELD: say(
    ['数据集里没有这个字段', '请核对字段名；新字段请先登记目录'],
    ['The dataset has no such field', 'Check the name; register a new field first'],
  ),
  SUBTYPE_OF_KIND: say(
    ['转换方式与血缘类型不符', '原样、转换、聚合属于直接；其余属于间接'],
    [
      'The transformation is not of this kind',
      'Identity, transformation and aggregation are direct, the others indirect',
    ],
  ),
  FIELD_WITHOUT_NAME: say(
    ['写了信息项，却没有字段名', '请填写字段名'],
    ['An information item without the name of its field', 'Fill in the field'],
  ),
};

/** A fault in words: where, what is wrong, what to do. */
export function describeFault(fault: Fault, locale: Locale): { place: string; what: string; todo: string } {
  const [what, todo] = WORDS[fault.rule][locale === 'en' ? 1 : 0](fault.facts);
  const { row, column, header } = fault;
  const sheet = fault.sheet === CSV_SHEET ? null : fault.sheet;
  const letter = column === null ? '' : columnLetter(column);
  const named = header === null || header === '' ? '' : locale === 'en' ? ` (${header})` : `（${header}）`;
  const parts =
    locale === 'en'
      ? [sheet && `sheet ${sheet}`, row && `row ${row}`, letter && `column ${letter}${named}`]
      : [sheet && `工作表 ${sheet}`, row && `第 ${row} 行`, letter && `${letter} 列${named}`];
  return { place: parts.filter(Boolean).join(locale === 'en' ? ', ' : ' '), what, todo };
}
