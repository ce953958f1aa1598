import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { NAMESPACE } from '../testing/sample-event.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
});
afterAll(() => test.close());

const READ = `query($input: PastedSqlInput!) { readSql(input: $input) {
  edges { from { dataset field } to { dataset field } kind subtype masking known }
  marks { start end reason detail } } }`;
const ACCEPT = `mutation($input: AcceptSqlInput!) { acceptSql(input: $input) {
  __typename ... on AcceptSqlSuccess { edgeCount } ... on Error { message code } } }`;
const DOWNSTREAM = `query($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, depth: 1) { nodes { id } } }`;

interface Reading {
  edges: {
    from: { dataset: string; field: string | null };
    to: { dataset: string; field: string | null };
    kind: string;
    subtype: string;
    masking: string | null;
    known: boolean;
  }[];
  marks: { start: number | null; end: number | null; reason: string; detail: string }[];
}

const pasted = (sql: string) => ({ sql, dialect: 'postgres', namespace: NAMESPACE });
const read = async (sql: string) =>
  (await test.ask<{ readSql: Reading }>(READ, { input: pasted(sql) })).readSql;
const accept = async (sql: string, job: string, account = 'gov-1') =>
  (await test.query(ACCEPT, { input: { pasted: pasted(sql), job } }, { 'x-yuanliu-account': account })).data
    ?.acceptSql;
const lines = ({ edges }: Reading) =>
  edges.map(
    ({ from, to, subtype, masking, known }) =>
      `${from.dataset}.${from.field} ${subtype}${masking ? `/${masking}` : ''} ${to.dataset}.${to.field ?? '*'}${known ? ' known' : ''}`,
  );
const fedBy = async (id: string) => {
  const { lineage } = await test.ask<{ lineage: { nodes: { id: string }[] } }>(DOWNSTREAM, { id });
  return lineage.nodes.map((node) => node.id);
};

describe('pasted SQL', () => {
  it('is read over the tables of the catalogue: new edges, known ones, and what cannot be resolved', async () => {
    const sql = `insert into jd.person (zjhm, xm) select p.zjhm, md5(p.xm) from ods.person p;
insert into dwd.person (zjhm, xm) select o.zjhm, o.nothing from ods.person o`;
    const reading = await read(sql);
    expect(lines(reading)).toEqual([
      'ods.person.zjhm IDENTITY jd.person.zjhm',
      'ods.person.xm TRANSFORMATION/HASH jd.person.xm',
      'ods.person.zjhm IDENTITY dwd.person.zjhm known',
    ]);
    expect(reading.marks).toMatchObject([{ reason: 'UNKNOWN_COLUMN' }]);
    const [mark] = reading.marks;
    expect(Array.from(sql).slice(mark!.start!, mark!.end!).join('')).toContain('nothing');
  });

  it('marks tables that the catalogue does not know, and states nothing of them', async () => {
    const reading = await read('insert into dwd.person (xm) select n.xm from ods.nowhere n');
    expect(reading.edges).toEqual([]);
    expect(reading.marks.map(({ reason }) => reason)).toContain('UNKNOWN_RELATION');
    expect(await accept('insert into dwd.person (xm) select n.xm from ods.nowhere n', 'x')).toMatchObject({
      __typename: 'InvalidInputError',
    });
  });

  it('is taken in as a job of its own, which a newer text of the same name replaces', async () => {
    const first = 'insert into jd.person (zjhm) select p.zjhm from ods.person p';
    expect(await accept(first, '人口落地')).toEqual({ __typename: 'AcceptSqlSuccess', edgeCount: 1 });
    expect(await fedBy(ids.field('ods.person', 'zjhm'))).toContain(ids.field('jd.person', 'zjhm'));
    expect(lines(await read(first))).toEqual(['ods.person.zjhm IDENTITY jd.person.zjhm known']);
    await accept('insert into jd.person (xm) select p.xm from ods.person p', '人口落地');
    expect(await fedBy(ids.field('ods.person', 'zjhm'))).not.toContain(ids.field('jd.person', 'zjhm'));
    expect(await fedBy(ids.field('ods.person', 'xm'))).toContain(ids.field('jd.person', 'xm'));
  });

  it('is marked as a whole when it is not understood at all', async () => {
    const { edges, marks } = await read('select from where (');
    expect(edges).toEqual([]);
    expect(marks.map(({ reason }) => reason)).toEqual(['NOT_PARSED']);
  });

  it('is taken in from governance staff only', async () => {
    const sql = 'insert into jd.person (zjhm) select p.zjhm from ods.person p';
    expect(await accept(sql, 'other', 'app-1')).toMatchObject({ __typename: 'NotPermittedError' });
  });

  it('is refused with the place when the dialect is unknown or the text empty', async () => {
    const faultOf = async (input: object) => JSON.stringify((await test.query(READ, { input })).errors);
    expect(await faultOf({ ...pasted('select 1'), dialect: 'klingon' })).toMatch(
      /input\.dialect.*sqlDialects/,
    );
    expect(await faultOf({ ...pasted('select 1'), dialect: 'toString' })).toMatch(/sqlDialects/);
    expect(await faultOf(pasted(' '))).toMatch(/input\.sql.*must not be empty/);
  });

  it('can be of every dialect and database that is offered', async () => {
    const { sqlDialects, sqlDatabases } = await test.ask<{
      sqlDialects: string[];
      sqlDatabases: { namespace: string; datasetCount: number; dialect: string | null }[];
    }>('{ sqlDialects sqlDatabases { namespace datasetCount dialect } }');
    expect(sqlDialects).toEqual(expect.arrayContaining(['dameng', 'hive', 'postgres', 'spark']));
    expect(sqlDatabases).toEqual([{ namespace: NAMESPACE, datasetCount: 4, dialect: 'dameng' }]);
  });
});
