import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
});
afterAll(() => test.close());

const zjhm = ids.field('ods.person', 'zjhm');

interface Edge {
  id: string;
  from: string;
  to: string;
  role: string;
}

describe('lineage', () => {
  const document = `query($id: ID!, $depth: Int, $direction: Direction! = BOTH, $rings: [Ring!]) {
    lineage(id: $id, depth: $depth, direction: $direction, rings: $rings) {
      start { id label } upstreamTotal downstreamTotal
      nodes { id kind label name datasetId departmentName layer grade personalInfo distance ring viaBackflow }
      edges { id from to role masking backflow }
      completeness { complete reason snapshotVersion latestVersion hiddenNodes } } }`;

  it('reaches n hops for depth n, with the facts of every node', async () => {
    const { lineage } = await test.ask<{
      lineage: { nodes: { distance: number }[]; edges: Edge[]; completeness: object };
    }>(document, {
      id: zjhm,
      depth: 1,
      direction: 'DOWNSTREAM',
    });
    expect(lineage).toMatchObject({
      start: { id: zjhm, label: '证件号码' },
      upstreamTotal: 0,
      completeness: { complete: false, hiddenNodes: 0 },
    });
    expect(lineage.nodes.toSorted((a, b) => a.distance - b.distance)).toEqual([
      {
        id: zjhm,
        kind: 'FIELD',
        label: '证件号码',
        name: 'zjhm',
        datasetId: ids.dataset('ods.person'),
        departmentName: '公安分局',
        layer: 'ODS',
        grade: 'L4',
        personalInfo: 'SENSITIVE',
        distance: 0,
        ring: 'CLEARTEXT',
        viaBackflow: false,
      },
      {
        id: ids.field('dwd.person', 'zjhm'),
        kind: 'FIELD',
        label: '证件号码',
        name: 'zjhm',
        datasetId: ids.dataset('dwd.person'),
        departmentName: '区数据局',
        layer: 'DWD',
        grade: 'L4',
        personalInfo: 'SENSITIVE',
        distance: 1,
        ring: 'CLEARTEXT',
        viaBackflow: false,
      },
    ]);
    expect(lineage.edges).toMatchObject([{ from: zjhm, to: ids.field('dwd.person', 'zjhm'), role: 'FLOW' }]);
  });

  it('gives the boxes of all fields and, on backflow edges, the link and its cycle', async () => {
    const { lineage } = await test.ask<{
      lineage: {
        nodes: { kind: string; datasetId: string }[];
        datasets: { id: string; label: string }[];
        edges: {
          from: string;
          to: string;
          backflow: boolean;
          backflowLink: string | null;
          cadence: string | null;
        }[];
      };
    }>(
      `query($id: ID!) { lineage(id: $id, direction: DOWNSTREAM) {
        nodes { kind datasetId }
        datasets { id kind label name departmentName layer fieldCount libraryCode libraryName }
        edges { from to backflow backflowLink cadence } } }`,
      { id: zjhm },
    );
    const boxes = new Set(lineage.nodes.flatMap((node) => (node.kind === 'FIELD' ? [node.datasetId] : [])));
    expect(new Set(lineage.datasets.map(({ id }) => id))).toEqual(boxes);
    expect(lineage.datasets).toHaveLength(boxes.size);
    expect(lineage.datasets.find(({ id }) => id === ids.dataset('jd.person'))).toEqual({
      id: ids.dataset('jd.person'),
      kind: 'DATASET',
      label: '街道人口落地',
      name: 'jd.person',
      departmentName: '新华街道',
      layer: 'LANDING',
      fieldCount: 2,
      libraryCode: 'RK',
      libraryName: '人口库',
    });
    const { backflowLinks } = await test.ask<{ backflowLinks: { code: string; cadence: string }[] }>(
      '{ backflowLinks { code cadence } }',
    );
    expect(lineage.edges.filter(({ backflow }) => backflow)).toEqual([
      {
        from: ids.field('dwd.person', 'zjhm'),
        to: ids.field('jd.person', 'zjhm'),
        backflow: true,
        backflowLink: 'BFL-1',
        cadence: backflowLinks[0]?.cadence,
      },
    ]);
    expect(
      lineage.edges.every(({ backflow, backflowLink, cadence }) => backflow || !(backflowLink || cadence)),
    ).toBe(true);
  });

  it('counts who may read by ring so that the rings add up to the totals', async () => {
    const { impact } = await test.ask(
      `query($id: ID!) { impact(id: $id) { interfaceCount consumerCount authorizationCount
        accessByRing { ring interfaceCount consumerCount authorizationCount }
        byLibrary { library { code } fieldCount datasetCount } fields(filter: { library: ["RK"] }) { totalCount }
        outside: fields(filter: { noLibrary: true }) { totalCount } fieldCount } }`,
      { id: zjhm },
    );
    const none = { interfaceCount: 0, consumerCount: 0, authorizationCount: 0 };
    expect(impact).toEqual({
      interfaceCount: 1,
      consumerCount: 1,
      authorizationCount: 1,
      accessByRing: [
        { ring: 'CLEARTEXT', ...none },
        { ring: 'MASKED', interfaceCount: 1, consumerCount: 1, authorizationCount: 1 },
        { ring: 'INFLUENCED', ...none },
      ],
      byLibrary: [{ library: { code: 'RK' }, fieldCount: 3, datasetCount: 3 }],
      fields: { totalCount: 3 },
      outside: { totalCount: 0 },
      fieldCount: 3,
    });
  });

  it('reaches everything without a depth: masked, backflow, interface and consumer', async () => {
    const { lineage } = await test.ask<{ lineage: { nodes: { id: string }[]; completeness: object } }>(
      document,
      {
        id: zjhm,
        direction: 'DOWNSTREAM',
      },
    );
    const byId = new Map(lineage.nodes.map((node) => [node.id, node]));
    expect(lineage.completeness).toMatchObject({ complete: true, reason: null });
    expect(byId.get(ids.field('ads.person', 'zjhm_hash'))).toMatchObject({ ring: 'MASKED', distance: 2 });
    expect(byId.get(ids.field('jd.person', 'zjhm'))).toMatchObject({ viaBackflow: true, layer: 'LANDING' });
    expect(byId.get(ids.interface('API-P'))).toMatchObject({
      kind: 'INTERFACE',
      label: '人口查询',
      name: 'API-P',
    });
    expect(byId.get(ids.consumer('APP-1'))).toMatchObject({ kind: 'CONSUMER', label: '一网统管' });
    expect(byId.has(ids.consumer('APP-2'))).toBe(false);
  });

  it('keeps to the rings asked for', async () => {
    const { lineage } = await test.ask<{ lineage: { nodes: { ring: string }[] } }>(document, {
      id: zjhm,
      direction: 'DOWNSTREAM',
      rings: ['CLEARTEXT'],
    });
    expect(new Set(lineage.nodes.map((n) => n.ring))).toEqual(new Set(['CLEARTEXT']));
  });

  it('names the paths between two things, shortest first', async () => {
    const { lineagePaths } = await test.ask(
      'query($from: ID!, $to: ID!) { lineagePaths(from: $from, to: $to) { more paths { length ring nodes { label } edges { role } } completeness { snapshotVersion } } }',
      { from: zjhm, to: ids.consumer('APP-1') },
    );
    expect(lineagePaths).toMatchObject({
      more: false,
      paths: [
        {
          length: 3,
          nodes: [{ label: '证件号码' }, { label: '证件号码' }, { label: '人口查询' }, { label: '一网统管' }],
          edges: [{ role: 'FLOW' }, { role: 'EXPOSES' }, { role: 'AUTHORIZES' }],
        },
      ],
    });
  });

  it('says who says so for an edge', async () => {
    const { lineage } = await test.ask<{ lineage: { edges: Edge[] } }>(document, { id: zjhm, depth: 1 });
    const edge = lineage.edges.find((e) => e.role === 'FLOW');
    const { edgeEvidence } = await test.ask(
      'query($id: ID!) { edgeEvidence(id: $id) { id origin kind subtype coarse job { name sql } from { id } to { label } validFrom validTo retractedAt } }',
      { id: edge?.id },
    );
    expect(edgeEvidence).toEqual({
      id: edge?.id,
      origin: 'OBSERVED',
      kind: 'DIRECT',
      subtype: 'IDENTITY',
      coarse: false,
      job: { name: 'dwd_person', sql: expect.stringContaining('insert into') },
      from: { id: zjhm },
      to: { label: '证件号码' },
      validFrom: '2026-03-01T00:00:00.000Z',
      validTo: null,
      retractedAt: null,
    });
    expect(await test.ask('{ edgeEvidence(id: "ed_00000000000000000000") { id } }')).toEqual({
      edgeEvidence: null,
    });
  });

  it('answers null for what the lineage does not know', async () => {
    const id = ids.field('nowhere', 'x');
    expect(await test.ask(document, { id })).toEqual({ lineage: null });
    expect(await test.ask('query($id: ID!) { impact(id: $id) { fieldCount } }', { id })).toEqual({
      impact: null,
    });
  });

  it('looks back in time', async () => {
    const { lineage } = await test.ask(
      'query($id: ID!) { lineage(id: $id, asOf: { valid: "2026-02-01T00:00:00+08:00" }) { nodes { id } } }',
      { id: ids.field('ads.person', 'zjhm_hash') },
    );
    expect(lineage).toEqual({ nodes: [{ id: ids.field('ads.person', 'zjhm_hash') }] });
  });
});

describe('impact', () => {
  it('counts, groups and lists everything downstream', async () => {
    const { impact } = await test.ask(
      `query($id: ID!) { impact(id: $id) {
        start { label } fieldCount datasetCount departmentCount interfaceCount consumerCount authorizationCount
        byRing { ring fieldCount datasetCount } byGrade { grade fieldCount } byDepartment { department { code } fieldCount }
        byLayer { layer fieldCount } byLibrary { library { code } fieldCount } byDistance { distance fieldCount }
        viaBackflow coarse
        interfaces { interface { code } ring distance fields { path } consumers { consumer { code } authorizations { code } } }
        consumers { consumer { code } ring distance } authorizations { code }
        datasets(filter: { layer: [DWD, LANDING] }) { totalCount edges { node { dataset { name } ring distance fieldCount } } }
        fields(filter: { ring: [MASKED] }, first: 1) { totalCount edges { node { field { path } ring distance } } pageInfo { hasNextPage } }
        completeness { complete visitedFields digest } } }`,
      { id: zjhm },
    );
    expect(impact).toMatchObject({
      start: { label: '证件号码' },
      fieldCount: 3,
      datasetCount: 3,
      departmentCount: 2,
      interfaceCount: 1,
      consumerCount: 1,
      authorizationCount: 1,
      byRing: [
        { ring: 'CLEARTEXT', fieldCount: 2, datasetCount: 2 },
        { ring: 'MASKED', fieldCount: 1, datasetCount: 1 },
        { ring: 'INFLUENCED', fieldCount: 0, datasetCount: 0 },
      ],
      byLibrary: [{ library: { code: 'RK' }, fieldCount: 3 }],
      byDistance: [
        { distance: 1, fieldCount: 1 },
        { distance: 2, fieldCount: 2 },
      ],
      viaBackflow: 1,
      coarse: 0,
      interfaces: [
        {
          interface: { code: 'API-P' },
          ring: 'MASKED',
          distance: 2,
          fields: [{ path: 'zjhm' }],
          consumers: [{ consumer: { code: 'APP-1' }, authorizations: [{ code: 'AUTH-1' }] }],
        },
      ],
      consumers: [{ consumer: { code: 'APP-1' }, ring: 'MASKED', distance: 3 }],
      authorizations: [{ code: 'AUTH-1' }],
      datasets: {
        totalCount: 2,
        edges: [
          { node: { dataset: { name: 'dwd.person' }, ring: 'CLEARTEXT', distance: 1, fieldCount: 1 } },
          { node: { dataset: { name: 'jd.person' }, ring: 'CLEARTEXT', distance: 2, fieldCount: 1 } },
        ],
      },
      fields: {
        totalCount: 1,
        edges: [{ node: { field: { path: 'zjhm_hash' }, ring: 'MASKED', distance: 2 } }],
        pageInfo: { hasNextPage: false },
      },
      completeness: { complete: true },
    });
  });

  it('counts what is only influenced in its own ring', async () => {
    const { impact } = await test.ask(
      'query($id: ID!) { impact(id: $id) { fieldCount byRing { ring fieldCount } } }',
      {
        id: ids.field('ods.person', 'zt'),
      },
    );
    expect(impact).toMatchObject({
      fieldCount: 0,
      byRing: [{ fieldCount: 0 }, { fieldCount: 0 }, { ring: 'INFLUENCED', fieldCount: 5 }],
    });
  });
});

describe('the number of database queries', () => {
  // One query for each kind of thing at most, however many rows there are.
  it.each([
    [
      'datasets',
      '{ datasets { edges { node { title provider { name partOf { name } } library { name } fields { path interfaces { code grade } } writtenBy { name reads { name } } interfaces { name } consumerCount } } } }',
      15,
    ],
    [
      'interfaces',
      '{ interfaces { edges { node { code grade provider { code } exposures { field { path dataset { name } } } authorizations { exceeded consumer { name operatedBy { name } } fields { path } } calls30Days lastCallAt } } } }',
      13,
    ],
    [
      'departments',
      '{ departments { edges { node { datasetCount interfaceCount consumerCount partOf { name } } } } }',
      4,
    ],
    [
      'impact',
      `{ impact(id: "${zjhm}") { interfaces { interface { name grade } fields { path dataset { title } } consumers { consumer { name } authorizations { code exceeded } } } datasets { edges { node { dataset { title provider { name } } } } } } }`,
      14,
    ],
    // One to know who asks: counts and groups come from the index alone.
    [
      'counts',
      `{ impact(id: "${zjhm}") { fieldCount byRing { fieldCount } byDepartment { fieldCount } } }`,
      1,
    ],
    [
      'lineage',
      `{ lineage(id: "${zjhm}") { nodes { label departmentName } datasets { label libraryName } edges { id cadence } } }`,
      12,
    ],
  ])('stays the same for %s', async (_name, document, most) => {
    test.takeQueries();
    await test.ask(document);
    const queries = test.takeQueries();
    expect(queries.length, queries.join('\n')).toBeLessThanOrEqual(most);
  });
});
