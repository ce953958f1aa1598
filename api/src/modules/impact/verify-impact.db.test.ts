import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
});
afterAll(() => test.close());

const document = `query($id: ID!) { verifyImpact(id: $id) {
  complete reason attempts checkedFields checkedEdges leakCount leaks { edgeId from to }
  missingCount missingInGraph strangerCount strangers snapshotVersion versionBefore versionAfter } }`;

it('proves an impact against the database', async () => {
  const last = await test.graph.change.lastSequence();
  const { verifyImpact } = await test.ask(document, { id: ids.field('ods.person', 'zjhm') });
  // zjhm ─► dwd.zjhm ─► ads.zjhm_hash, and by backflow ─► jd.zjhm
  expect(verifyImpact).toEqual({
    complete: true,
    reason: null,
    attempts: 1,
    checkedFields: 4,
    checkedEdges: 3,
    leakCount: 0,
    leaks: [],
    missingCount: 0,
    missingInGraph: [],
    strangerCount: 0,
    strangers: [],
    snapshotVersion: last,
    versionBefore: last,
    versionAfter: last,
  });
});

it('takes datasets, is null for what nobody knows and refuses what fields are not downstream of', async () => {
  expect(await test.ask(document, { id: ids.dataset('dwd.person') })).toMatchObject({
    verifyImpact: { complete: true },
  });
  expect(await test.ask(document, { id: ids.field('no.where', 'x') })).toEqual({ verifyImpact: null });
  const { errors } = await test.query(document, { id: ids.interface('API-P') });
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
});
