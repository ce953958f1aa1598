import { describe, expect, it } from 'vitest';
import { edgeRows } from './edge-rows';
import { type CsvWords, EDGE_COLUMNS, END_COLUMNS, exportCsv } from './export-csv';
import { exportName } from './export-name';
import { exportSvg, scaleFor } from './export-picture';
import { highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import { restrictToPath } from './restrict-model';
import { buildScene, LIGHT, QUIET } from './scene';
import { changning } from './testing/changning';
import { layOut, modelOf, roughMeasure, words } from './testing/lay-out';
import { toElements } from './to-elements';

const model = modelOf(changning);
const elements = toElements(model, new Set(model.boxes.keys()));
const { places, ways } = await layOut(elements);
const scene = buildScene(model, elements, places, ways);

const named = <K extends string>(keys: readonly K[]): Record<K, string> =>
  Object.assign({}, ...keys.map((key) => ({ [key]: key })));
const csvWords: CsvWords = {
  columns: { from: named(END_COLUMNS), to: named(END_COLUMNS) },
  edgeColumns: named(EDGE_COLUMNS),
  kind: { DATASET: '数据集', INTERFACE: '接口', CONSUMER: '使用方' },
  grade: (grade) => grade ?? '未定级',
  personal: (kind) => kind,
  ring: (ring) => ring,
  way: (edge) => edge.kind,
  subtype: (subtype) => subtype,
  masking: (masking) => masking,
  change: (change) => change,
  yes: '是',
};
/** Cells of every line of a CSV, quotes undone. */
const cellsOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
const csvOf = (shown: LineageModel, spaces = new Map<string, string>()) =>
  cellsOf(exportCsv(edgeRows(shown, null), spaces, csvWords, ['血缘', '版本 7']));
const ID = 2 * END_COLUMNS.length + EDGE_COLUMNS.indexOf('id');

describe('the picture as SVG', () => {
  const lines = ['2026-11-24 · 版本 7 · 导出人 <李>', '上游 1 跳、下游 1 跳'];
  const sheet = { scene, state: QUIET, theme: LIGHT, words, title: '血缘 <证件号码>', lines };

  it('holds real text under its head lines, escaped', () => {
    const svg = exportSvg(sheet, roughMeasure);
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    const heads = [...parsed.querySelectorAll('text.heading')].map((text) => text.textContent);
    expect(heads).toEqual(['血缘 <证件号码>', ...lines]);
    expect(parsed.querySelector('desc')?.textContent).toBe(lines.join('\n'));
    expect(parsed.querySelectorAll('.row')).toHaveLength(model.rows.size);
    expect(parsed.querySelectorAll('.title')).toHaveLength(model.boxes.size);
  });

  it('has its head above everything that is drawn', () => {
    const svg = exportSvg(sheet, roughMeasure);
    const top = Number(/viewBox="\S+ (\S+)/.exec(svg)?.[1]);
    expect(top + 44 + lines.length * 22).toBeLessThanOrEqual(scene.bounds.y);
  });

  it('is sharp, and less so only where no browser could hold it', () => {
    expect(scaleFor({ w: 2000, h: 1500 })).toBe(2);
    const wide = { w: 40_000, h: 3000 };
    expect(wide.w * scaleFor(wide)).toBeLessThanOrEqual(16_384);
    const vast = { w: 16_000, h: 16_000 };
    expect((16_000 * scaleFor(vast)) ** 2).toBeLessThanOrEqual(200_000_001);
  });
});

describe('the edges as CSV', () => {
  it('hold each edge once, with both ends in full', () => {
    const [head, columns, ...rows] = csvOf(model, new Map([['person', 'cn.shanghai']]));
    expect(head).toEqual(['血缘', '版本 7']);
    expect(columns).toEqual([...END_COLUMNS, ...END_COLUMNS, ...EDGE_COLUMNS]);
    expect(rows.map((cells) => cells[ID]).sort()).toEqual(model.edges.map(({ id }) => id).sort());
    const row = rows.find((cells) => cells[ID]?.startsWith('person.zjhm>pairing.zjhm'));
    expect(row?.slice(0, 8)).toEqual([
      '数据集',
      'cn.shanghai',
      '实有人口基础信息',
      'person',
      '公安分局',
      '证件号码',
      'zjhm',
      'L4',
    ]);
    expect(row?.slice(9, 17)).toEqual([
      '数据集',
      '',
      '人房关联',
      'pairing',
      '房管局',
      '证件号码',
      'zjhm',
      'L4',
    ]);
  });

  it('hold only the path where only the path is shown', () => {
    const lit = highlight(model, 'person.zjhm');
    if (!lit) throw new Error('the field is not in the picture');
    const path = restrictToPath(model, lit);
    expect(path.edges.length).toBeLessThan(model.edges.length);
    expect(csvOf(path).slice(2)).toHaveLength(path.edges.length);
  });

  it('run no formula and keep commas, quotes and line breaks inside a cell', () => {
    const evil = ['=HYPERLINK("x")', '+1+1', '@SUM(A1)', ' -2+3', 'a,b\n"c"'];
    for (const label of evil) {
      const boxes = new Map([...model.boxes].map(([id, box]) => [id, { ...box, label }]));
      const text = exportCsv(edgeRows({ ...model, boxes }, null), new Map(), csvWords, ['t']);
      const body = text.slice(text.indexOf('\r\n'));
      expect(body).not.toMatch(/(^|,)"?\s*[=+@]/m);
      expect(body).toContain(label.startsWith('a') ? '"a,b\n""c"""' : `'${label.replaceAll('"', '""')}`);
    }
  });
});

describe('names of files', () => {
  it('are readable and hold nothing that paths or shells know', () => {
    expect(exportName(['血缘', '实有人口 基础信息', '证件/号码', '', 'v12'], 'csv')).toBe(
      '血缘-实有人口_基础信息-证件_号码-v12.csv',
    );
    expect(exportName(['..\\..', 'a:b*?"<>|'], 'svg')).toBe('a_b.svg');
    expect(exportName(['长'.repeat(400)], 'png')).toHaveLength(124);
  });
});
