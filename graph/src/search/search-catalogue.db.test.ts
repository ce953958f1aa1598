import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorAt } from '../db/index.js';
import { createGraph } from '../graph.js';
import { type DatasetId, datasetIdOf } from '../model/index.js';
import {
  aDataset,
  aDepartment,
  aField,
  aGrading,
  aLibrary,
  anInterface,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';

// 企业注册登记信息 {tyshxydm 社会信用代码, qymc 企业名称}   by 市场监管局, in 法人库
// 实有人口基础信息 {zjhm 证件号码, xm 姓名}                by 公安分局
// 证件照片 {id}                                            by 公安分局
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const company = datasetIdOf('pg', 'dwd.company');
const person = datasetIdOf('pg', 'dwd.person');
const photo = datasetIdOf('pg', 'dwd.photo');

beforeAll(async () => {
  await clearDatabase(db);
  await graph.department.register('t', [
    aDepartment({ code: 'SJ', name: '长宁区市场监督管理局', shortName: '市场监管局' }),
    aDepartment({ code: 'GA', name: '公安长宁分局', shortName: '公安分局' }),
  ]);
  await graph.library.register('t', [aLibrary({ code: 'FR', name: '法人库' })]);
  await graph.dataset.describe('t', [
    aDataset({
      namespace: 'pg',
      name: 'dwd.company',
      title: '企业注册登记信息',
      provider: 'SJ',
      library: 'FR',
      theme: '市场监管',
      abstract: '含统一社会信用代码等登记事项',
      updateFrequency: 'MONTHLY',
    }),
    aDataset({
      namespace: 'pg',
      name: 'dwd.person',
      title: '实有人口基础信息',
      provider: 'GA',
      layer: 'DWS',
    }),
    aDataset({ namespace: 'pg', name: 'dwd.photo', title: '证件照片', provider: 'GA', layer: 'ODS' }),
  ]);
  await graph.field.describe('t', [
    aField({ dataset: company, path: 'tyshxydm', title: '社会信用代码', ordinal: 0 }),
    aField({ dataset: company, path: 'register_capital_amount', title: '注册资本', ordinal: 1 }),
    aField({ dataset: person, path: 'zjhm', title: '证件号码', ordinal: 0, personalInfo: 'SENSITIVE' }),
    aField({ dataset: person, path: 'xm', title: '姓名', ordinal: 1, personalInfo: 'GENERAL' }),
    aField({ dataset: photo, path: 'ID', title: '', ordinal: 0 }),
  ]);
  await graph.grading.file('t', [
    aGrading({ of: (await graph.field.listOf(viewer, [person]))[0]?.id as never, grade: 'L4' }),
  ]);
  await graph.interface.register('t', [
    anInterface({ code: 'API-QY', name: '企业信息查询接口', provider: 'SJ', path: '/v1/enterprise' }),
  ]);
});
afterAll(() => db.close());

const titles = new Map<string, string>();
async function ask(text: string, more: object = {}) {
  const result = await graph.search.search(viewer, { text, ...more });
  if (titles.size === 0) {
    const everything = await graph.search.search(viewer, { text: '' });
    const ids = (kind: string) => everything.hits.filter((h) => h.kind === kind).map((h) => h.id);
    for (const d of await graph.dataset.findMany(viewer, ids('DATASET') as never)) titles.set(d.id, d.title);
    for (const f of await graph.field.findMany(viewer, ids('FIELD') as never))
      titles.set(f.id, f.title || f.path);
    for (const i of await graph.interface.findMany(viewer, ids('INTERFACE'))) titles.set(i.code, i.name);
    for (const d of await graph.department.findMany(viewer, ids('DEPARTMENT'))) titles.set(d.code, d.name);
  }
  return result;
}
const names = async (text: string, more: object = {}) =>
  (await ask(text, more)).hits.map((h) => titles.get(h.id));
const facet = async (text: string, name: string, more: object = {}) =>
  (await ask(text, more)).facets.find((f) => f.name === name)?.values;

describe('search', () => {
  it.each([
    ['人口', '实有人口基础信息'],
    ['企业注册登记信息', '企业注册登记信息'],
    ['企业登记', '企业注册登记信息'],
    ['qyzc', '企业注册登记信息'],
    ['qiyezhuce', '企业注册登记信息'],
    ['dengji', '企业注册登记信息'],
    ['企业 djxx', '企业注册登记信息'],
    ['ＤＷＤ．ＣＯＭＰＡＮＹ', '企业注册登记信息'],
    ['company', '企业注册登记信息'],
    ['市场监管局', '长宁区市场监督管理局'],
    ['changning', '长宁区市场监督管理局'],
    ['gafj', '公安长宁分局'],
    ['API-QY', '企业信息查询接口'],
    ['enterpr', '企业信息查询接口'],
  ])('finds by %s', async (text, title) => {
    expect(await names(text)).toContain(title);
  });

  it.each([
    ['代码', '社会信用代码', '企业注册登记信息'],
    ['tyshxydm', '社会信用代码', '企业注册登记信息'],
    ['xydm', '社会信用代码', '企业注册登记信息'],
    ['capital', '注册资本', '企业注册登记信息'],
    ['capital_am', '注册资本', '企业注册登记信息'],
    ['zjhm', '证件号码', '实有人口基础信息'],
    ['证', '证件号码', '实有人口基础信息'],
    ['证件号码', '证件号码', '实有人口基础信息'],
  ])('finds the field of %s and its dataset', async (text, field, dataset) => {
    expect(await names(text)).toEqual(expect.arrayContaining([field, dataset]));
    expect(await names(text, { filter: { kind: ['FIELD'] } })).toContain(field);
    expect(await names(text, { filter: { kind: ['DATASET'] } })).toContain(dataset);
  });

  it.each([
    ['实有人口 证件号码', '证件号码'],
    ['证件号码 实有人口', '证件号码'],
    ['人口 zjhm', '证件号码'],
    ['syrk 姓名', '姓名'],
    ['dwd.person xm', '姓名'],
    ['登记 企业 代码', '社会信用代码'],
  ])('finds by %s the field in its dataset', async (text, field) => {
    expect(await names(text, { filter: { kind: ['FIELD'] } })).toEqual([field]);
    const { hits, totalCount } = await ask(text);
    expect([hits.length, hits.map((hit) => hit.kind)]).toEqual([totalCount, ['DATASET', 'FIELD']]);
    expect(await facet(text, 'kind')).toEqual(
      expect.arrayContaining([
        { value: 'DATASET', count: 1 },
        { value: 'FIELD', count: 1 },
      ]),
    );
  });

  it('does not find a field of a dataset that has the words alone, nor of another dataset', async () => {
    expect(await names('实有人口 基础信息', { filter: { kind: ['FIELD'] } })).toEqual([]);
    expect((await ask('实有人口 社会信用代码')).totalCount).toBe(0);
    expect((await ask('照片 证件号码')).totalCount).toBe(0);
  });

  it('says which words a field has of its dataset', async () => {
    const { hits } = await ask('实有人口 证件号码', { filter: { kind: ['FIELD'] } });
    expect(hits[0]?.matched).toEqual([
      { property: 'title', text: '\u0001证件号码\u0002' },
      { property: 'dataset', text: '\u0001实有人口\u0002基础信息' },
    ]);
  });

  it('says why something was found', async () => {
    const why = async (text: string, id: string) => (await ask(text)).hits.find((h) => h.id === id)?.matched;
    expect(await why('登记', company)).toEqual([
      { property: 'title', text: '企业注册\u0001登记\u0002信息' },
      { property: 'abstract', text: '含统一社会信用代码等\u0001登记\u0002事项' },
    ]);
    expect(await why('qyzc', company)).toEqual([
      { property: 'initials', text: '\u0001企业注册\u0002登记信息' },
    ]);
    expect(await why('renkou', person)).toEqual([
      { property: 'pinyin', text: '实有\u0001人口\u0002基础信息' },
    ]);
    expect(await why('zjhm', person)).toEqual([
      { property: 'field', text: '\u0001证件号码\u0002 \u0001zjhm\u0002' },
    ]);
    expect(await why('ｃｏｍｐａｎｙ', company)).toEqual([
      { property: 'name', text: 'dwd.\u0001company\u0002' },
    ]);
  });

  it('ranks a whole title before its beginning, a part, fields and prose', async () => {
    expect((await names('证件照片'))[0]).toBe('证件照片');
    expect(await names('证件')).toEqual(['证件照片', '实有人口基础信息', '证件号码']);
    expect((await names('社会信用代码', { filter: { kind: ['DATASET'] } }))[0]).toBe('企业注册登记信息');
  });

  it('counts facets over all hits, each under the conditions of the others', async () => {
    expect(await facet('', 'kind')).toEqual([
      { value: 'FIELD', count: 5 },
      { value: 'DATASET', count: 3 },
      { value: 'DEPARTMENT', count: 2 },
      { value: 'INTERFACE', count: 1 },
    ]);
    const filter = { kind: ['DATASET'], department: ['GA'] };
    const result = await ask('', { filter, first: 1 });
    expect([result.hits.length, result.totalCount]).toEqual([1, 2]);
    expect(await facet('', 'department', { filter, first: 1 })).toEqual([
      { value: 'GA', count: 2 },
      { value: 'SJ', count: 1 },
    ]);
    expect(await facet('', 'grade', { filter })).toEqual([
      { value: 'L4', count: 1 },
      { value: 'NONE', count: 1 },
    ]);
    expect(await facet('', 'layer', { filter })).toEqual([
      { value: 'DWS', count: 1 },
      { value: 'ODS', count: 1 },
    ]);
    expect(await facet('信息', 'library')).toEqual([{ value: 'FR', count: 1 }]);
  });

  it('filters by every facet alone and together, with a true total', async () => {
    const only = (filter: object) => names('', { filter: { kind: ['DATASET'], ...filter } });
    expect(await only({ library: ['FR'] })).toEqual(['企业注册登记信息']);
    expect(await only({ grade: ['L4'] })).toEqual(['实有人口基础信息']);
    expect((await only({ grade: ['L4'], ungraded: true })).length).toBe(3);
    expect(await only({ updateFrequency: ['MONTHLY'] })).toEqual(['企业注册登记信息']);
    expect(await only({ theme: ['市场监管'] })).toEqual(['企业注册登记信息']);
    expect(await only({ personalInfo: ['SENSITIVE'], layer: ['DWS'] })).toEqual(['实有人口基础信息']);
    expect(await only({ sharingType: ['NOT_SHARED'] })).toEqual([]);
    expect(await names('', { filter: { department: ['SJ'] } })).toEqual(
      expect.arrayContaining(['企业注册登记信息', '企业信息查询接口', '长宁区市场监督管理局', '注册资本']),
    );
    expect((await ask('', { filter: { department: ['SJ'] } })).totalCount).toBe(5);
  });

  it('counts and filters by freshness against the promised cycle', async () => {
    // Two entries promise no cycle that can be late, or have no date; one is long late.
    await graph.dataset.describe('t', [
      aDataset({
        namespace: 'pg',
        name: 'dwd.company',
        title: '企业注册登记信息',
        provider: 'SJ',
        library: 'FR',
        theme: '市场监管',
        abstract: '含统一社会信用代码等登记事项',
        updateFrequency: 'MONTHLY',
        dataUpdatedAt: '2020-01-01T00:00:00+08:00',
      }),
    ]);
    const kind = { kind: ['DATASET'] };
    expect(await facet('', 'freshness', { filter: kind })).toEqual([
      { value: 'UNKNOWN', count: 2 },
      { value: 'LATE', count: 1 },
    ]);
    expect(await names('', { filter: { ...kind, freshness: ['LATE'] } })).toEqual(['企业注册登记信息']);
    expect(await names('登记', { filter: { ...kind, freshness: ['LATE'] } })).toEqual(['企业注册登记信息']);
    expect(await names('登记', { filter: { ...kind, freshness: ['FRESH'] } })).toEqual([]);
    expect((await ask('', { filter: { kind: ['FIELD'], freshness: ['LATE'] } })).totalCount).toBe(2);
  });

  it('pages without gap or overlap', async () => {
    const seen: string[] = [];
    for (let at = 0; at < 11; at += 4) {
      const page = await ask('', { first: 4, after: at === 0 ? null : cursorAt(at - 1) });
      expect([page.offset, page.totalCount]).toEqual([at, 11]);
      seen.push(...page.hits.map((h) => `${h.kind} ${h.id}`));
    }
    expect(new Set(seen).size).toBe(11);
    expect(seen[0]).toMatch(/^DATASET/);
  });

  it('takes Lucene and Cypher syntax as data', async () => {
    for (const text of [
      '*:*',
      'title:*',
      '" OR "',
      'searchTitle:人口 OR 证件',
      '(((',
      '\\',
      '人口~2^9',
      '/.*/',
      '[a TO z]',
      "' RETURN 1 //",
      '+-&&||!',
      'NOT',
      '\u0000',
    ]) {
      const { hits, totalCount } = await ask(text);
      expect(totalCount).toBe(hits.length);
      expect(totalCount).toBeLessThan(11);
    }
    expect((await ask('***')).totalCount).toBe(0);
    expect(await names('人口~2^9')).toEqual([]);
    expect((await ask('查无此事')).totalCount).toBe(0);
  });

  it('follows a write at once', async () => {
    const { ids } = await graph.dataset.describe('t', [
      aDataset({ namespace: 'pg', name: 'x', title: '餐厨垃圾申报' }),
    ]);
    expect((await ask('厨垃')).hits.map((h) => h.id)).toEqual(ids);
    await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'x', title: '湿垃圾申报' })]);
    expect((await ask('餐厨')).hits).toEqual([]);
    expect((await ask('slj')).hits.map((h) => h.id as DatasetId)).toEqual(ids);
  });

  it('ranks a field first whose title and dataset are as typed', async () => {
    const { ids } = await graph.dataset.describe('t', [
      aDataset({ namespace: 'pg', name: 'y', title: '人口一览', provider: 'GA' }),
    ]);
    const other = { dataset: ids[0] as DatasetId, ordinal: 0 };
    await graph.field.describe('t', [aField({ ...other, path: 'a', title: '证件号码' })]);
    await graph.field.describe('t', [
      aField({ dataset: person, path: 'zjhmlx', title: '证件号码类型', ordinal: 2 }),
    ]);
    const { hits } = await ask('实有人口 证件号码', { filter: { kind: ['FIELD'] } });
    const fields = await graph.field.findMany(viewer, hits.map(({ id }) => id) as never);
    const found = new Map(fields.map((field) => [field.id as string, field]));
    expect(hits.map(({ id }) => [found.get(id)?.title, found.get(id)?.dataset === person])).toEqual([
      ['证件号码', true],
      ['证件号码类型', true],
      ['证件号码', false],
    ]);
  });
});
