import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import {
  aCatalogueRow,
  type CatalogueCells,
  catalogueTable,
  type LineageCells,
  lineageTable,
  makeXlsx,
} from '../ingest/spreadsheet/testing/make-files.js';
import { at } from '../ingest/spreadsheet/testing/read-all.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import { aDataset, aDepartment, aField, aViewer, clearDatabase, testDb } from '../testing/index.js';
import type { RegistrationRequest } from './index.js';

const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const NAMESPACE = 'postgres://warehouse:5432';
const person = datasetIdOf(NAMESPACE, 'cn.dwd.syrk');

beforeEach(async () => {
  await clearDatabase(db);
  await graph.department.register('t', [
    aDepartment({ code: 'DSJ', name: '区数据局', shortName: '数据局' }),
    aDepartment({ code: 'GA', name: '区公安分局' }),
  ]);
});
afterAll(() => db.close());

const request = (bytes: Buffer, pinned: Partial<RegistrationRequest> = {}): RegistrationRequest => ({
  bytes,
  fileName: '登记.xlsx',
  dryRun: false,
  keepGood: false,
  viewer,
  ...pinned,
});
const catalogue = (rows: CatalogueCells[], pinned?: Partial<RegistrationRequest>) =>
  graph.registration.catalogue(request(makeXlsx({ 目录: catalogueTable(rows) }), pinned));
const lineage = (rows: LineageCells[], pinned?: Partial<RegistrationRequest>) =>
  graph.registration.lineage(request(makeXlsx({ 血缘: lineageTable(rows) }), pinned));

const name = aCatalogueRow({
  path: 'xm',
  itemTitle: '姓名',
  personalInfo: '一般',
  personalInfoKind: '姓名',
  grade: 'L2',
});
const shop = aCatalogueRow({
  name: 'cn.dwd.shop',
  title: '商户',
  path: 'mc',
  itemTitle: '名称',
  personalInfo: '',
  personalInfoKind: '',
  grade: 'L1',
});
const none = { created: 0, changed: 0, unchanged: 0 };

describe('a catalogue file', () => {
  it('says in a dry run what it would do, then does just that, and nothing the second time', async () => {
    const before = await graph.change.lastSequence();
    const dry = await catalogue([aCatalogueRow(), name, shop], { dryRun: true });
    expect(dry).toMatchObject({
      written: false,
      faults: 0,
      datasets: { ...none, created: 2 },
      fields: { ...none, created: 3 },
      gradings: { ...none, created: 3 },
    });
    expect(dry.samples[0]).toEqual({
      sheet: '目录',
      row: 2,
      state: 'CREATED',
      names: ['cn.dwd.syrk', 'zjhm'],
      about: '证件号码',
    });
    expect(await graph.change.lastSequence()).toBe(before);

    const done = await catalogue([aCatalogueRow(), name, shop]);
    expect(done).toEqual({ ...dry, dryRun: false, written: true, comparedAt: null });
    const last = await graph.change.lastSequence();
    expect(last).toBe(before + 2 + 3 + 3);

    const again = await catalogue([shop, name, aCatalogueRow()], { fileName: '登记（1）.xlsx' });
    expect(again).toMatchObject({
      written: true,
      datasets: { ...none, unchanged: 2 },
      fields: { ...none, unchanged: 3 },
      gradings: { ...none, unchanged: 3 },
      samples: [],
      touched: [],
    });
    expect(await graph.change.lastSequence()).toBe(last);
  });

  it('writes what it says, with grades, order and particulars', async () => {
    await catalogue([aCatalogueRow(), name]);
    const [dataset] = await graph.dataset.findMany(viewer, [person]);
    expect(dataset).toMatchObject({
      title: '实有人口信息',
      provider: 'DSJ',
      grade: 'L4',
      fieldCount: 2,
      personalInfo: 'SENSITIVE',
      dataUpdatedAt: '2026-11-23T16:00:00.000Z',
      particulars: {
        sourceDepartment: '区公安分局',
        responsibleDepartment: '区数据局',
        format: '数据库',
        sharingMethod: '接口',
        issued: '2026-01-01',
        regionalSupplement: 'NO',
      },
    });
    const fields = await graph.field.listOf(viewer, [person]);
    expect(fields.map(({ path, ordinal, type, grade }) => [path, ordinal, type, grade])).toEqual([
      ['zjhm', 0, 'C(18)', 'L4'],
      ['xm', 1, 'C(18)', 'L2'],
    ]);
    const [filing] = await graph.grading.listOf(viewer, [fieldIdOf(person, 'zjhm')]);
    expect(filing).toMatchObject({
      grade: 'L4',
      state: 'EFFECTIVE',
      filedBy: viewer.account,
      reason: '目录登记导入：登记.xlsx 目录 第 2 行',
    });
  });

  it('changes what differs and leaves what it does not say', async () => {
    await graph.dataset.describe('t', [
      aDataset({
        namespace: NAMESPACE,
        name: 'cn.dwd.syrk',
        layer: 'DWD',
        contact: '021-1',
        rowCount: 5,
        dataUpdatedAt: '2026-11-24T09:00:00+08:00',
      }),
    ]);
    await graph.field.describe('t', [
      aField({ dataset: person, path: 'a', ordinal: 0 }),
      aField({ dataset: person, path: 'zjhm', ordinal: 7, description: '旧说明' }),
    ]);
    const report = await catalogue([aCatalogueRow({ rowCount: 9 })]);
    expect([report.datasets, report.fields]).toEqual([
      { ...none, changed: 1 },
      { ...none, changed: 1 },
    ]);
    const [dataset] = await graph.dataset.findMany(viewer, [person]);
    expect(dataset).toMatchObject({
      layer: 'DWD',
      contact: '021-1',
      rowCount: 9,
      synthetic: true,
      dataUpdatedAt: '2026-11-24T01:00:00.000Z',
      fieldCount: 2,
    });
    const [field] = await graph.field.findMany(viewer, [fieldIdOf(person, 'zjhm')]);
    expect(field).toMatchObject({ title: '证件号码', description: '旧说明', ordinal: 7, grade: 'L4' });
  });

  it('is refused as a whole for one fault, or gives the good rows when asked', async () => {
    const rows = [aCatalogueRow(), { ...name, grade: 'L9' }, { ...shop, theme: '心情' }];
    const before = await graph.change.lastSequence();
    const refused = await catalogue(rows);
    expect([refused.written, refused.faults, refused.refusedRows, refused.fields]).toEqual([
      false,
      2,
      2,
      none,
    ]);
    expect(await graph.change.lastSequence()).toBe(before);
    const good = await catalogue(rows, { keepGood: true });
    expect([good.written, good.refusedRows, good.datasets.created, good.fields.created]).toEqual([
      true,
      2,
      1,
      1,
    ]);
    expect(await graph.dataset.findByName(viewer, { namespace: NAMESPACE, name: 'cn.dwd.shop' })).toBeNull();
  });

  it('raises grades but does not lower them, nor takes back anything else of that file', async () => {
    await catalogue([aCatalogueRow(), name]);
    const raised = await catalogue([aCatalogueRow(), { ...name, grade: 'L3' }]);
    expect([raised.written, raised.gradings]).toEqual([true, { ...none, created: 1, unchanged: 1 }]);
    const before = await graph.change.lastSequence();
    const lowered = await catalogue([aCatalogueRow({ title: '新名称' }), { ...name, title: '新名称' }]);
    expect([lowered.written, lowered.kept.map(at)]).toEqual([
      false,
      [expect.stringMatching(/^DOWNGRADE 目录 3 \w+ 安全等级$/)],
    ]);
    expect(await graph.change.lastSequence()).toBe(before);
  });

  it('knows a dataset by another form of its name', async () => {
    await catalogue([aCatalogueRow()]);
    const report = await catalogue([aCatalogueRow({ name: 'ｃｎ.dwd.syrk', path: 'ｚjhm' })]);
    expect([report.written, report.datasets.unchanged, report.fields.unchanged, report.notices]).toEqual([
      true,
      1,
      1,
      2,
    ]);
  });

  it('keeps text of query languages as text', async () => {
    const title = "'}) DETACH DELETE d // +lucene:* \\";
    await catalogue([aCatalogueRow({ itemTitle: title, description: title })]);
    const [field] = await graph.field.listOf(viewer, [person]);
    expect([field?.title, field?.description]).toEqual([title, title]);
  });

  it('that is no table is refused with one fault', async () => {
    const report = await graph.registration.catalogue(request(Buffer.from('%PDF-1.7')));
    expect([report.fatal, report.written, report.kept.map(({ rule }) => rule)]).toEqual([
      true,
      false,
      ['NOT_A_TABLE'],
    ]);
  });
});

// syrk(zjhm, xm) ─→ shop(mc)
describe('a lineage file', () => {
  const flow: LineageCells = {
    fromNamespace: NAMESPACE,
    fromDataset: 'cn.dwd.syrk',
    fromField: 'zjhm',
    toNamespace: NAMESPACE,
    toDataset: 'cn.dwd.shop',
    toField: 'mc',
    subtype: '转换',
    masking: '哈希',
    evidence: '台账第 3 页',
  };
  beforeEach(() => catalogue([aCatalogueRow(), name, shop]));

  it('records flows with origin and evidence, once, whatever the file is called', async () => {
    const rows = [flow, { ...flow, fromField: '', subtype: '过滤', masking: '' }];
    const dry = await lineage(rows, { dryRun: true });
    expect([dry.edges, dry.written]).toEqual([{ ...none, created: 2 }, false]);
    const done = await lineage(rows);
    expect(done).toEqual({ ...dry, dryRun: false, written: true, comparedAt: null });
    const last = await graph.change.lastSequence();
    const [change] = await graph.change.latest(viewer, 1);
    expect(change).toMatchObject({ kind: 'edge.imported', actor: viewer.account });
    const again = await lineage(rows.toReversed(), { fileName: '血缘（1）.xlsx' });
    expect(again.edges).toEqual({ ...none, unchanged: 2 });
    expect(await graph.change.lastSequence()).toBe(last);
    const changed = await lineage([{ ...flow, evidence: '台账第 4 页' }]);
    expect([changed.edges, changed.samples[0]?.state]).toEqual([{ ...none, changed: 1 }, 'CHANGED']);
  });

  it('stands beside what a person declared', async () => {
    await graph.edge.declare('t', [
      {
        from: fieldIdOf(person, 'zjhm'),
        to: fieldIdOf(datasetIdOf(NAMESPACE, 'cn.dwd.shop'), 'mc'),
        kind: 'DIRECT',
        subtype: 'TRANSFORMATION',
        masking: 'HASH',
        validFrom: '2026-01-01T00:00:00Z',
        note: '王工',
      },
    ]);
    expect((await lineage([flow])).edges).toEqual({ ...none, created: 1 });
  });

  it('names ends that the catalogue does not have, and takes the others when asked', async () => {
    const rows = [{ ...flow, fromField: 'nothing' }, { ...flow, toDataset: 'cn.dwd.nothing' }, flow];
    const refused = await lineage(rows);
    expect([refused.written, refused.kept.map(at)]).toEqual([
      false,
      ['UNKNOWN_FIELD 血缘 2 C 源字段', 'UNKNOWN_DATASET 血缘 3 E 目标数据集'],
    ]);
    expect((await lineage(rows, { keepGood: true })).edges).toEqual({ ...none, created: 1 });
  });
});
