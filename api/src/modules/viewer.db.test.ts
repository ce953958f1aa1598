import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId } from '../ids.js';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

const WHO = '{ viewer { role account { code name } department { code shortName } } accounts { code } }';
const as = (account: string) => ({ 'x-yuanliu-account': account });

describe('the viewer', () => {
  it('is a built-in one while there are no accounts', async () => {
    expect(await test.ask(WHO)).toEqual({
      viewer: {
        role: 'GOVERNANCE',
        account: { code: 'demonstration', name: '演示账号' },
        department: { code: 'demonstration', shortName: '演示单位' },
      },
      accounts: [],
    });
  });

  it('is the governance account by default and the named one when named', async () => {
    await fillSampleCatalogue(test);
    const accounts = [{ code: 'app-1' }, { code: 'gov-1' }];
    const governance = {
      role: 'GOVERNANCE',
      account: { code: 'gov-1', name: '治理员' },
      department: { code: 'DSJ', shortName: '区数据局' },
    };
    expect(await test.ask(WHO)).toEqual({ viewer: governance, accounts });
    expect((await test.query(WHO, {}, as('app-1'))).data).toEqual({
      viewer: {
        role: 'APPLICATION',
        account: { code: 'app-1', name: '开发员' },
        department: { code: 'GA', shortName: '公安分局' },
      },
      accounts,
    });
  });

  it.each([
    ['nobody', 401],
    ['demonstration', 401],
    ['app-1, gov-1', 400],
    ["gov-1' OR 1=1", 400],
    ['%00', 400],
    ['', 400],
  ])('is refused as %j', async (account, status) => {
    const answer = await test.query(WHO, {}, as(account));
    expect(answer).toMatchObject({ status, errors: [{ extensions: { requestId: expect.any(String) } }] });
    expect(answer.data ?? null).toBeNull();
  });
});

describe('fileGrade', () => {
  const document = `mutation($input: FileGradeInput!) { fileGrade(input: $input) { __typename
    ... on FileGradeSuccess { field { grade gradings { grade reason filedBy current } dataset { grade } } }
    ... on Error { message code } ... on InvalidInputError { issues { path message } } } }`;
  const input = (grade: string, over = {}) => ({
    input: { id: ids.field('dwd.person', 'xm'), grade, reason: '汇聚后敏感度提高', ...over },
  });

  it('files a grade that holds at once, keeps the history and raises the dataset', async () => {
    const { fileGrade } = await test.ask(document, input('IMPORTANT'));
    expect(fileGrade).toEqual({
      __typename: 'FileGradeSuccess',
      field: {
        grade: 'IMPORTANT',
        gradings: [
          { grade: 'IMPORTANT', reason: '汇聚后敏感度提高', filedBy: 'gov-1', current: true },
          { grade: 'L2', reason: '含个人信息', filedBy: 'DSJ', current: false },
        ],
        dataset: { grade: 'IMPORTANT' },
      },
    });
  });

  it('refuses a grade below the floor of the content', async () => {
    expect(await test.ask(document, input('L3', { id: ids.field('dwd.person', 'zjhm') }))).toMatchObject({
      fileGrade: {
        __typename: 'InvalidInputError',
        issues: [{ path: 'input.grade', message: /below the floor L4/ }],
      },
    });
  });

  it('refuses an empty reason, a wrong id and an unknown field as members of the union', async () => {
    expect(await test.ask(document, input('L3', { reason: '  ' }))).toMatchObject({
      fileGrade: {
        __typename: 'InvalidInputError',
        issues: [{ path: 'input.reason', message: 'must say why' }],
      },
    });
    expect(await test.ask(document, input('L3', { id: ids.dataset('dwd.person') }))).toMatchObject({
      fileGrade: { __typename: 'InvalidInputError', issues: [{ path: 'input.id' }] },
    });
    expect(await test.ask(document, input('L3', { id: ids.field('nowhere', 'x') }))).toMatchObject({
      fileGrade: { __typename: 'NotFoundError', code: 'NOT_FOUND' },
    });
  });

  it('refuses who is not governance staff', async () => {
    const { data } = await test.query(document, input('L3'), as('app-1'));
    expect(data).toMatchObject({ fileGrade: { __typename: 'NotPermittedError', code: 'NOT_PERMITTED' } });
  });
});

describe('bad input', () => {
  it.each([
    [
      'a page that is too large',
      '{ datasets(first: 501) { totalCount } }',
      'first: must be between 0 and 500',
    ],
    [
      'a page of less than nothing',
      '{ consumers(first: -1) { totalCount } }',
      'first: must be between 0 and 500',
    ],
    [
      'a cursor that is none',
      '{ interfaces(after: "x") { totalCount } }',
      'after: is not a cursor of this list',
    ],
    [
      'an id of another kind',
      `{ impact(id: "${globalId('Department', 'DSJ')}") { fieldCount } }`,
      'id: not the id of a field, dataset, interface or consumer',
    ],
    [
      'a negative depth',
      `{ lineage(id: "${ids.dataset('dwd.person')}", depth: -1) { upstreamTotal } }`,
      'depth: must not be negative',
    ],
    [
      'too many paths',
      `{ lineagePaths(from: "${ids.dataset('a')}", to: "${ids.dataset('b')}", first: 51) { more } }`,
      'first: must be between 1 and 50',
    ],
    [
      'more ids than allowed',
      `{ nodes(ids: [${`"${ids.dataset('x')}",`.repeat(501)}]) { id } }`,
      'ids: at most 500 are taken at once',
    ],
  ])('is told: %s', async (_name, document, message) => {
    const { errors } = await test.query(document);
    expect(errors?.[0]).toMatchObject({
      message,
      extensions: { code: 'INVALID_INPUT', requestId: expect.any(String) },
    });
  });

  it('shows nothing of a failure of ours but the request id', async () => {
    const broken = {
      ...test.graph.library,
      list: async () => Promise.reject(new Error('secret at bolt://host')),
    };
    const { library } = test.graph;
    test.graph.library = broken;
    const { data, errors } = await test.query('{ libraries { name } }');
    test.graph.library = library;
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(JSON.stringify(errors)).not.toMatch(/secret|bolt|stack/);
  });
});
