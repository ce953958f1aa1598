import { Code } from '@yuanliu/graph';
import type { LineageReader, VertexRef } from '@yuanliu/graph/lineage-index';
import { today } from '../../calendar.js';
import type { Context } from '../../context.js';
import { keysOf } from '../../ids.js';
import type { Locale } from './send-table.js';
import type { Cell, Sheet } from './table-file.js';

const WORDS = {
  'zh-CN': {
    sheet: '摘要',
    columns: ['项目', '内容'],
    rows: [
      '对象',
      '导出日期',
      '导出人',
      '图谱版本',
      '是否完整',
      '受影响字段（明文 + 脱敏）',
      '受影响数据集',
      '涉及部门',
      '接口（明文 + 脱敏）',
      '使用方（明文 + 脱敏）',
      '授权（明文 + 脱敏）',
      '明文字段',
      '脱敏字段',
      '仅受影响字段',
      '核对摘要（SHA-256）',
    ],
    complete: '完整：已逐边核对，没有遗漏',
  },
  en: {
    sheet: 'Summary',
    columns: ['Item', 'Value'],
    rows: [
      'Start',
      'Exported on',
      'Exported by',
      'Graph version',
      'Complete',
      'Fields affected (clear text + masked)',
      'Datasets affected',
      'Departments',
      'Interfaces (clear text + masked)',
      'Consumers (clear text + masked)',
      'Authorisations (clear text + masked)',
      'Fields in clear text',
      'Masked fields',
      'Fields only influenced',
      'Digest (SHA-256)',
    ],
    complete: 'Complete: checked edge by edge, nothing left out',
  },
};

/** The sheet that says what was asked, by whom, of which version, and the numbers of the page's sentence. */
export async function impactSummary(
  { graph, viewer }: Context,
  index: LineageReader,
  ref: VertexRef,
  label: string,
  locale: Locale,
): Promise<Sheet> {
  const words = WORDS[locale];
  const [facts, ends, digest, { complete, reason }] = await Promise.all([
    index.impact(ref),
    index.impactEnds(ref),
    index.digest(ref),
    index.verifyComplete(ref, 'DOWNSTREAM'),
  ]);
  const [account] = await graph.account.findMany(viewer, keysOf(Code, [viewer.account]));
  const reached = <T extends { ring: string }>(rows: readonly T[]) =>
    rows.filter(({ ring }) => ring !== 'INFLUENCED');
  const consumers = reached(ends.consumers);
  // An authorisation counts with the interface that it is on, as on the page.
  const interfaces = new Set(reached(ends.interfaces).map(({ code }) => code));
  const authorizations = consumers.flatMap((consumer) =>
    consumer.authorizations.filter(({ interface: on }) => ref.kind === 'INTERFACE' || interfaces.has(on)),
  );
  const inRing = (ring: string) => facts.byRing.find((row) => row.ring === ring)?.fieldCount ?? 0;
  const values: Cell[] = [
    label,
    today(),
    account?.name ?? viewer.account,
    index.version,
    complete ? words.complete : (reason ?? ''),
    facts.fieldCount,
    facts.datasetCount,
    facts.byDepartment.filter(({ department }) => department !== null).length,
    interfaces.size,
    consumers.length,
    new Set(authorizations.map(({ code }) => code)).size,
    inRing('CLEARTEXT'),
    inRing('MASKED'),
    inRing('INFLUENCED'),
    digest,
  ];
  const rows = words.rows.map((name, i): Cell[] => [name, values[i] ?? '']);
  return { name: words.sheet, columns: words.columns, rows: () => rows };
}
