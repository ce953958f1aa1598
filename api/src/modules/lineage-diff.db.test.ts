import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { sampleEvent } from '../testing/sample-event.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
// In March:  ods.person.zjhm ──► dwd.person.zjhm ──HASH──► ads.person.zjhm_hash
//            ods.person.xm   ──► dwd.person.xm
// Since May: ods.person.zjhm ──► dwd.person.zjhm ──COVER─► ads.person.zjhm_hash
//            ods.person.zjhm ──► dwd.person.xm              (xm no longer from ods.person.xm)
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
  const at = '2026-05-01T00:00:00Z';
  await test.graph.ingest.lineage(
    [
      sampleEvent({
        job: 'dwd_person',
        at,
        from: 'ods.person',
        to: 'dwd.person',
        columns: { zjhm: 'zjhm', xm: 'zjhm' },
        filters: ['zt'],
      }),
      sampleEvent({
        job: 'ads_person',
        at,
        from: 'dwd.person',
        to: 'ads.person',
        columns: { zjhm_hash: 'zjhm' },
        masking: 'COVER',
      }),
    ],
    { receivedAt: '2026-05-02T00:00:00.000Z' },
  );
  await test.graph.lineage.refresh();
});
afterAll(() => test.close());

const APRIL = { valid: '2026-04-01T00:00:00+08:00' };
const JUNE = { valid: '2026-06-01T00:00:00+08:00' };

interface Diff {
  lineageDiff: {
    added: { totalCount: number; edges: { from: string; to: string }[] };
    removed: { totalCount: number };
    changed: { totalCount: number; edges: { before: { masking: string }; after: { masking: string } }[] };
    downstream: object;
    upstream: object | null;
    nodes: { id: string; label: string }[];
  } | null;
}
const document = `query($id: ID!, $from: AsOf!, $to: AsOf, $direction: Direction! = DOWNSTREAM, $first: Int) {
  lineageDiff(id: $id, from: $from, to: $to, direction: $direction, first: $first) {
    added { totalCount edges { from to } } removed { totalCount }
    changed { totalCount edges { before { masking } after { masking } } }
    downstream {
      before { complete byRing { ring fieldCount } } after { complete byRing { ring fieldCount } }
      gained { totalCount fields { field { path dataset { name } } before after } }
      lost { totalCount } moved { totalCount }
      interfacesGained { code } interfacesLost { code } consumersGained { code } consumersLost { code } }
    upstream { lost { totalCount fields { field { path } before after } } }
    nodes { id label } } }`;
const diff = (id: string, variables: object) => test.ask<Diff>(document, { id, ...variables });

describe('lineageDiff', () => {
  it('tells edges that came and changed, and what that added to the impact', async () => {
    const zjhm = ids.field('ods.person', 'zjhm');
    const { lineageDiff } = await diff(zjhm, { from: APRIL, to: JUNE });
    expect(lineageDiff).toMatchObject({
      added: { totalCount: 1, edges: [{ from: zjhm, to: ids.field('dwd.person', 'xm') }] },
      removed: { totalCount: 0 },
      changed: { totalCount: 1, edges: [{ before: { masking: 'HASH' }, after: { masking: 'COVER' } }] },
      downstream: {
        before: { complete: true },
        after: { complete: true },
        gained: {
          fields: expect.arrayContaining([
            { field: { path: 'xm', dataset: { name: 'dwd.person' } }, before: null, after: 'CLEARTEXT' },
          ]),
        },
        lost: { totalCount: 0 },
        interfacesGained: [],
        interfacesLost: [],
      },
      upstream: null,
    });
    expect(lineageDiff?.nodes.map(({ label }) => label)).toContain('证件号码');
  });

  it('tells what went, upstream as well as down', async () => {
    const lost = await diff(ids.field('dwd.person', 'xm'), { from: APRIL, to: JUNE, direction: 'UPSTREAM' });
    expect(lost.lineageDiff).toMatchObject({
      removed: { totalCount: 1 },
      upstream: {
        lost: { totalCount: 1, fields: [{ field: { path: 'xm' }, before: 'CLEARTEXT', after: null }] },
      },
      downstream: null,
    });
    const gone = await diff(ids.field('ods.person', 'xm'), { from: APRIL });
    expect(gone.lineageDiff).toMatchObject({
      removed: { totalCount: 1 },
      downstream: { interfacesLost: [{ code: 'API-P' }], consumersLost: [{ code: 'APP-1' }] },
    });
  });

  it('finds nothing between two moments at which the same held', async () => {
    const { lineageDiff } = await diff(ids.field('ods.person', 'zjhm'), {
      from: APRIL,
      to: { valid: '2026-04-20T00:00:00+08:00' },
    });
    expect(lineageDiff).toMatchObject({
      added: { totalCount: 0 },
      removed: { totalCount: 0 },
      changed: { totalCount: 0 },
    });
  });

  it('counts what it does not list, refuses more than it lists, knows what it does not know', async () => {
    const zjhm = ids.field('ods.person', 'zjhm');
    const { lineageDiff } = await diff(zjhm, { from: APRIL, to: JUNE, first: 0 });
    expect(lineageDiff).toMatchObject({ added: { totalCount: 1, edges: [] } });
    const { errors } = await test.query(document, { id: zjhm, from: APRIL, first: 5_001 });
    expect(errors?.[0]?.message).toContain('first: must be between 0 and 5000');
    const nothing = await diff(ids.field('ods.person', 'nothing'), { from: APRIL });
    expect(nothing.lineageDiff).toBeNull();
  });
});
