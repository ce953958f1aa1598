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

const ask: TestApi['ask'] = (document, variables) => test.ask(document, variables);

interface DatasetPage {
  datasets: {
    totalCount: number;
    edges: { node: { name: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

describe('the catalogue', () => {
  it('counts everything and says what lineage answers rest on', async () => {
    const { catalogue } = await ask<{ catalogue: Record<string, unknown> }>(`{ catalogue {
      departmentCount libraryCount datasetCount fieldCount jobCount interfaceCount consumerCount
      authorizationCount backflowLinkCount fieldsByGrade { grade fieldCount } snapshotVersion latestVersion } }`);
    const { snapshotVersion, latestVersion, ...counts } = catalogue;
    expect(counts).toEqual({
      departmentCount: 4,
      libraryCount: 1,
      datasetCount: 4,
      fieldCount: 8,
      jobCount: 2,
      interfaceCount: 2,
      consumerCount: 2,
      authorizationCount: 2,
      backflowLinkCount: 1,
      fieldsByGrade: [
        { grade: 'L4', fieldCount: 2 },
        { grade: 'L2', fieldCount: 1 },
        { grade: null, fieldCount: 5 },
      ],
    });
    expect(snapshotVersion).toBe(latestVersion);
  });

  it('shows departments with what they provide, publish and operate', async () => {
    const { departments, department } = await ask(`{
      departments(kind: [DEPARTMENT, SUBDISTRICT]) { totalCount edges { node { code datasetCount interfaceCount consumerCount } } }
      department(code: "DSJ") { shortName kind partOf { code partOf { code } } datasets(first: 1) { totalCount edges { node { name } } } }
    }`);
    expect(departments).toEqual({
      totalCount: 3,
      edges: [
        { node: { code: 'DSJ', datasetCount: 2, interfaceCount: 1, consumerCount: 0 } },
        { node: { code: 'GA', datasetCount: 1, interfaceCount: 1, consumerCount: 0 } },
        { node: { code: 'JD', datasetCount: 1, interfaceCount: 0, consumerCount: 2 } },
      ],
    });
    expect(department).toEqual({
      shortName: '区数据局',
      kind: 'DEPARTMENT',
      partOf: { code: 'QU', partOf: null },
      datasets: { totalCount: 2, edges: [{ node: { name: 'ads.person' } }] },
    });
  });

  it('finds a dataset by its name with all that hangs on it', async () => {
    const { dataset } = await ask(
      `query($namespace: String!) { dataset(namespace: $namespace, name: "dwd.person") {
        id title layer provider { code } library { name datasetCount } source grade personalInfo fieldCount
        freshness { state promisedHours } otherNames
        fields { path title grade personalInfoKind upstreamCount downstreamCount interfaces { code } gradings { grade state current } }
        writtenBy { name sql dialect reads { name } writes { name } lastRun { state } } readBy { name }
        interfaces { code } consumerCount useCount gradeCounts { grade fieldCount } backflowLinks { code } upstreamDatasetCount downstreamDatasetCount } }`,
      { namespace: NAMESPACE },
    );
    expect(dataset).toEqual({
      id: ids.dataset('dwd.person'),
      title: '实有人口基础信息',
      layer: 'DWD',
      provider: { code: 'DSJ' },
      library: { name: '人口库', datasetCount: 4 },
      source: '区数据平台',
      grade: 'L4',
      personalInfo: 'SENSITIVE',
      fieldCount: 2,
      freshness: { state: 'UNKNOWN', promisedHours: 36 },
      otherNames: [],
      fields: [
        {
          path: 'zjhm',
          title: '证件号码',
          grade: 'L4',
          personalInfoKind: '居民身份证号',
          upstreamCount: 2,
          downstreamCount: 3,
          interfaces: [{ code: 'API-P' }],
          gradings: [{ grade: 'L4', state: 'EFFECTIVE', current: true }],
        },
        {
          path: 'xm',
          title: '姓名',
          grade: 'L2',
          personalInfoKind: null,
          upstreamCount: 2,
          downstreamCount: 2,
          interfaces: [{ code: 'API-P' }],
          gradings: [{ grade: 'L2', state: 'EFFECTIVE', current: true }],
        },
      ],
      writtenBy: [
        {
          name: 'dwd_person',
          sql: "insert into dwd.person select zjhm, xm from ods.person where zt = '1'",
          dialect: 'postgres',
          reads: [{ name: 'ods.person' }],
          writes: [{ name: 'dwd.person' }],
          lastRun: { state: 'COMPLETE' },
        },
      ],
      readBy: [{ name: 'ads_person' }],
      interfaces: [{ code: 'API-P' }],
      consumerCount: 2,
      useCount: 1,
      gradeCounts: [
        { grade: 'L4', fieldCount: 1 },
        { grade: 'L2', fieldCount: 1 },
      ],
      backflowLinks: [{ code: 'BFL-1' }],
      upstreamDatasetCount: 1,
      downstreamDatasetCount: 2,
    });
  });

  it('pages through datasets without losing or doubling one', async () => {
    const names: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { datasets }: DatasetPage = await ask<DatasetPage>(
        'query($after: String) { datasets(sort: TITLE, first: 1, after: $after) { totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      expect(datasets.totalCount).toBe(4);
      expect(datasets.pageInfo.hasNextPage).toBe(page < 3);
      names.push(...datasets.edges.map((e) => e.node.name));
      after = datasets.pageInfo.endCursor;
    }
    expect(names.toSorted()).toEqual(['ads.person', 'dwd.person', 'jd.person', 'ods.person']);
  });

  it('narrows datasets by filter', async () => {
    expect(
      await ask(
        '{ datasets(filter: { layer: [ODS, DWD], grade: [L4], text: "实有" }) { edges { node { name } } } }',
      ),
    ).toEqual({
      datasets: { edges: [{ node: { name: 'dwd.person' } }, { node: { name: 'ods.person' } }] },
    });
  });

  it('finds a field by the names that people see, and nothing as null', async () => {
    const document = `query($n: String!, $f: String!) { field(namespace: $n, dataset: "dwd.person", name: $f) { id dataset { name } } }`;
    expect(await ask(document, { n: NAMESPACE, f: 'zjhm' })).toEqual({
      field: { id: ids.field('dwd.person', 'zjhm'), dataset: { name: 'dwd.person' } },
    });
    expect(await ask(document, { n: NAMESPACE, f: 'nothing' })).toEqual({ field: null });
  });

  it('shows interfaces, consumers and authorisations with what they amount to', async () => {
    const {
      interfaces,
      interface: api,
      consumer,
      consumers,
    } = await ask(`{
      interfaces(filter: { state: [IN_USE, SUSPENDED] }) { totalCount edges { node { code } } }
      interface(code: "API-P") { name grade consumerCount calls30Days lastCallAt idleDays scene { name }
        exposures { alias masking reversible field { path } }
        authorizations { code valid exceeded approvedGrade fields { path } consumer { code } interface { code } scene { code } } }
      consumer(code: "APP-1") { name operatedBy { shortName } authorizations { code } }
      consumers(first: 1) { totalCount pageInfo { hasNextPage } }
    }`);
    expect(interfaces).toEqual({
      totalCount: 2,
      edges: [{ node: { code: 'API-P' } }, { node: { code: 'API-Q' } }],
    });
    expect(api).toEqual({
      name: '人口查询',
      grade: 'L4',
      consumerCount: 2,
      calls30Days: 0,
      lastCallAt: null,
      idleDays: null,
      scene: { name: '企业专属网页' },
      exposures: [
        { alias: 'idNo', masking: 'COVER', reversible: false, field: { path: 'zjhm' } },
        { alias: 'name', masking: null, reversible: false, field: { path: 'xm' } },
      ],
      authorizations: [
        {
          code: 'AUTH-1',
          valid: true,
          exceeded: true,
          approvedGrade: 'L3',
          fields: expect.arrayContaining([{ path: 'zjhm' }, { path: 'xm' }]),
          consumer: { code: 'APP-1' },
          interface: { code: 'API-P' },
          scene: { code: 'SCN-1' },
        },
        {
          code: 'AUTH-2',
          valid: false,
          exceeded: false,
          approvedGrade: 'L4',
          fields: [{ path: 'xm' }],
          consumer: { code: 'APP-2' },
          interface: { code: 'API-P' },
          scene: null,
        },
      ],
    });
    expect(consumer).toEqual({
      name: '一网统管',
      operatedBy: { shortName: '新华街道' },
      authorizations: [{ code: 'AUTH-1' }],
    });
    expect(consumers).toEqual({ totalCount: 2, pageInfo: { hasNextPage: true } });
  });

  it('shows a backflow link with its deliveries and measures', async () => {
    const { backflowLinks } = await ask(`{ backflowLinks(department: "JD") {
      code from { name } to { name } serves { code } collected { name } mappedFields landingRate daysToReturn
      deliveries(first: 1) { id late rowsLanded } } }`);
    expect(backflowLinks).toEqual([
      {
        code: 'BFL-1',
        from: { name: 'dwd.person' },
        to: { name: 'jd.person' },
        serves: { code: 'JD' },
        collected: null,
        mappedFields: 2,
        landingRate: 0.95,
        daysToReturn: 2,
        deliveries: [{ id: 'd2', late: true, rowsLanded: 100 }],
      },
    ]);
    expect(await ask('{ backflowLinks(department: "GA") { code } }')).toEqual({ backflowLinks: [] });
  });

  it('finds every node again by its id', async () => {
    const { nodes } = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: [
        ids.dataset('dwd.person'),
        ids.field('dwd.person', 'zjhm'),
        ids.interface('API-P'),
        ids.consumer('nobody'),
      ],
    });
    expect(nodes).toEqual([
      { __typename: 'Dataset', id: ids.dataset('dwd.person') },
      { __typename: 'Field', id: ids.field('dwd.person', 'zjhm') },
      { __typename: 'Interface', id: ids.interface('API-P') },
      null,
    ]);
  });

  it('gives the datasets with the same fields, and whether one is made from the other', async () => {
    const { dataset } = await ask<{ dataset: { similar: { dataset: { name: string } }[] } }>(
      `query($namespace: String!) { dataset(namespace: $namespace, name: "dwd.person") {
        similar { dataset { name } titles direct weight } } }`,
      { namespace: NAMESPACE },
    );
    const both = { titles: ['证件号码', '姓名'], direct: true, weight: expect.closeTo(2 / 3, 9) };
    expect(dataset.similar.toSorted((a, b) => (a.dataset.name < b.dataset.name ? -1 : 1))).toEqual([
      { dataset: { name: 'jd.person' }, ...both },
      { dataset: { name: 'ods.person' }, ...both },
    ]);
  });

  it('lists the changes of a dataset and its fields, the newest first, with what changed', async () => {
    const document = `query($namespace: String!, $first: Int, $before: Int) {
      dataset(namespace: $namespace, name: "dwd.person") {
        changes(first: $first, before: $before) { sequence kind node { __typename id } } } }`;
    interface Row {
      sequence: number;
      kind: string;
      node: { __typename: string; id: string } | null;
    }
    const changesOf = async (variables: object) =>
      (await ask<{ dataset: { changes: Row[] } }>(document, { namespace: NAMESPACE, ...variables })).dataset
        .changes;
    const all = await changesOf({ first: 100 });
    expect(all.map(({ sequence }) => sequence)).toEqual(
      all.map(({ sequence }) => sequence).toSorted((a, b) => b - a),
    );
    const things = new Set([
      ids.dataset('dwd.person'),
      ids.field('dwd.person', 'zjhm'),
      ids.field('dwd.person', 'xm'),
    ]);
    expect(new Set(all.flatMap(({ node }) => node?.id ?? []))).toEqual(things);
    expect(all.at(-1)).toMatchObject({
      kind: expect.stringMatching(/^dataset\./),
      node: { __typename: 'Dataset' },
    });
    const [first, second] = all;
    expect(await changesOf({ first: 1 })).toEqual([first]);
    expect(await changesOf({ first: 1, before: first?.sequence })).toEqual([second]);
  });

  it('lists the newest changes, or those after a number', async () => {
    const { changes } = await ask<{ changes: { sequence: number }[] }>(
      '{ changes(first: 1) { sequence kind key actor before after } }',
    );
    expect(changes).toHaveLength(1);
    const last = changes[0]?.sequence ?? 0;
    expect(
      await ask('query($after: Int) { changes(after: $after, first: 5) { sequence } }', { after: last - 2 }),
    ).toEqual({
      changes: [{ sequence: last - 1 }, { sequence: last }],
    });
  });

  it('lists lineage events that arrived, refused ones with their reasons', async () => {
    await test.graph.ingest.lineage([{ nonsense: true }], { receivedAt: '2026-03-03T00:00:00.000Z' });
    const { all, refused } = await ask(`{
      all: ingestedEvents(first: 2) { totalCount edges { node { kind job reasons } } pageInfo { hasNextPage } }
      refused: ingestedEvents(refusedOnly: true) { totalCount edges { node { reasons } } } }`);
    const reasons = expect.arrayContaining([expect.any(String)]);
    expect(all).toMatchObject({
      totalCount: 3,
      edges: [{ node: { reasons } }, { node: { kind: 'RUN', reasons: null } }],
      pageInfo: { hasNextPage: true },
    });
    expect(refused).toEqual({ totalCount: 1, edges: [{ node: { reasons } }] });
  });
});
