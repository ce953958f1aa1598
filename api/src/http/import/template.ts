import type { ServerResponse } from 'node:http';
import type { RegistrationKind } from '@yuanliu/graph';
import {
  CATALOGUE_COLUMNS,
  type Column,
  columnLetter,
  LINEAGE_COLUMNS,
  type Locale,
  SIDE_SHEETS,
} from '@yuanliu/graph/spreadsheet';
import excel, { type DataValidation, type Worksheet } from 'exceljs';
import type { Context } from '../../context.js';

/** Rows that have lists to choose from; more can be filled in all the same. */
const LAST_ROW = 5_000;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;
const DUTY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE9D9' } } as const;

const WORDS = {
  'zh-CN': {
    CATALOGUE: '目录',
    LINEAGE: '血缘',
    head: ['列', '必填', '怎么填', '可选的值'],
    yes: '必填',
    rules: {
      CATALOGUE: [
        '每行一个信息项（字段）；同一数据集的行，命名空间和数据集名每行都填，其余数据集的列填一行即可。',
        '不要合并单元格，不要用公式；列的次序可以变，列名不要改。',
        '空的单元格不会清掉已登记的内容；再次导入同一文件不会有任何变化；级别只升不降。',
      ],
      LINEAGE: [
        '每行一条血缘：源字段流向目标字段；字段留空表示整个数据集。',
        '不要合并单元格，不要用公式；数据集和字段须已在目录中。',
        '再次导入同一文件不会有任何变化；人工登记的血缘不会被覆盖。',
      ],
    },
  },
  en: {
    CATALOGUE: 'Catalogue',
    LINEAGE: 'Lineage',
    head: ['Column', 'Required', 'How to fill it in', 'Values'],
    yes: 'required',
    rules: {
      CATALOGUE: [
        'One information item (field) a row; namespace and dataset name stand in every row, the other columns of a dataset in one of its rows.',
        'Do not merge cells, do not use formulas; columns may be moved, not renamed.',
        'Empty cells do not clear what is registered; the same file again changes nothing; grades only rise.',
      ],
      LINEAGE: [
        'One flow a row, from the source field to the target field; an empty field means the whole dataset.',
        'Do not merge cells, do not use formulas; datasets and fields must be in the catalogue.',
        'The same file again changes nothing; what people declared is never overwritten.',
      ],
    },
  },
};

/** The values that a column offers in a list; null when it is free. */
async function choicesOf(
  { shape }: Column,
  { graph, viewer }: Context,
  locale: Locale,
): Promise<string[] | null> {
  if (shape.is === 'CODES')
    return Object.values(shape.codes).map(({ zh, en }) => (locale === 'en' ? en : zh[0]));
  if (shape.is !== 'KNOWN') return null;
  const list = {
    department: graph.department.list,
    library: graph.library.list,
    source: graph.sourceSystem.list,
  }[shape.what];
  return (await list(viewer)).map(({ name }) => name);
}

/** The workbook that people fill in: headers, lists to choose from, and how to fill in each column. */
export async function makeTemplate(
  context: Context,
  kind: RegistrationKind,
  locale: Locale,
): Promise<Buffer> {
  const columns: readonly Column[] = kind === 'CATALOGUE' ? CATALOGUE_COLUMNS : LINEAGE_COLUMNS;
  const words = WORDS[locale];
  const headerOf = ({ zh, en }: Column) => (locale === 'en' ? en : zh);
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(words[kind], { views: [{ state: 'frozen', ySplit: 1 }] });
  const notes = book.addWorksheet(SIDE_SHEETS[locale].notes);
  const codes = book.addWorksheet(SIDE_SHEETS[locale].codes);
  // As text, so that a long code keeps all its digits.
  sheet.columns = columns.map((column) => ({
    header: headerOf(column),
    width: headerOf(column).length * (locale === 'en' ? 1.2 : 2) + 6,
    style: { numFmt: '@' },
  }));
  notes.columns = [{ width: 22 }, { width: 10 }, { width: 60 }, { width: 70 }];
  for (const rule of words.rules[kind]) notes.addRow([rule]);
  notes.addRow([]);
  notes.addRow(words.head).font = { bold: true };
  let listed = 0;
  for (const [i, column] of columns.entries()) {
    const head = sheet.getCell(1, i + 1);
    head.font = { bold: true };
    head.fill = column.required ? DUTY : HEAD;
    const choices = await choicesOf(column, context, locale);
    notes.addRow([
      headerOf(column),
      column.required ? words.yes : '',
      locale === 'en' ? column.help.en : column.help.zh,
      (choices ?? []).slice(0, 30).join(locale === 'en' ? ', ' : '、'),
    ]);
    if (choices === null || choices.length === 0) continue;
    listed += 1;
    codes.getColumn(listed).values = [headerOf(column), ...choices];
    codes.getColumn(listed).width = 20;
    const letter = columnLetter(listed - 1);
    const cells = `${columnLetter(i)}2:${columnLetter(i)}${LAST_ROW}`;
    (sheet as Worksheet & ValidatedSheet).dataValidations.add(cells, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      formulae: [`'${SIDE_SHEETS[locale].codes}'!$${letter}$2:$${letter}$${choices.length + 1}`],
    });
  }
  codes.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What exceljs's types leave out: the validations of a whole range. */
interface ValidatedSheet {
  dataValidations: { add(cells: string, rule: DataValidation): void };
}

/** Sends a template under the name that says what it is for. */
export function sendTemplate(response: ServerResponse, kind: RegistrationKind, bytes: Buffer): void {
  response.writeHead(200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="yuanliu-${kind.toLowerCase()}.xlsx"`,
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}
