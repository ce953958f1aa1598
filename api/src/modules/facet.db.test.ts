import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

const EVENT = {
  eventType: 'FAIL',
  eventTime: '2026-03-01T00:00:00Z',
  producer: 'https://example.org',
  run: {
    runId: 'r1',
    facets: {
      parent: {
        run: { runId: 'p1' },
        job: { namespace: 'ns', name: 'dag' },
        root: { run: { runId: 'q1' }, job: { namespace: 'ns', name: 'root' } },
      },
      nominalTime: { nominalStartTime: '2026-03-01T00:00:00Z' },
      errorMessage: { message: '磁盘已满', programmingLanguage: 'JAVA', stackTrace: 'at x' },
      externalQuery: { externalQueryId: 'q-7', source: 'bigquery' },
      processing_engine: { name: 'spark', version: '3.5' },
    },
  },
  job: {
    namespace: 'ns',
    name: 'load',
    facets: {
      jobType: { processingType: 'BATCH', integration: 'SPARK', jobType: 'QUERY' },
      sourceCode: { language: 'python', sourceCode: 'print(1)' },
      sourceCodeLocation: { type: 'git', url: 'https://u:secret@git.example/a.py' },
      ownership: { owners: [{ name: 'team:a', type: 'MAINTAINER' }] },
    },
  },
  inputs: [
    {
      namespace: 'ns',
      name: 'source',
      inputFacets: {
        dataQualityMetrics: {
          rowCount: 10,
          bytes: 20,
          columnMetrics: { a: { nullCount: 1, distinctCount: 9 } },
        },
        dataQualityAssertions: { assertions: [{ assertion: 'not_null', success: false, column: 'a' }] },
      },
    },
  ],
  outputs: [
    {
      namespace: 'ns',
      name: 'target',
      facets: {
        lifecycleStateChange: { lifecycleStateChange: 'TRUNCATE' },
        version: { datasetVersion: 'v7' },
        storage: { storageLayer: 'iceberg', fileFormat: 'parquet' },
        catalog: { framework: 'iceberg', type: 'hive', name: 'main' },
        datasetType: { datasetType: 'TABLE', subType: 'EXTERNAL' },
        tags: { tags: [{ key: 'pii', value: 'true', field: 'a' }] },
        shop_own: { anything: ['goes'] },
      },
      outputFacets: { outputStatistics: { rowCount: 5, size: 6, fileCount: 1 } },
    },
  ],
};

const QUERY = `query($ns: String!, $source: String!, $target: String!) {
  source: dataset(namespace: $ns, name: $source) {
    stated { statistics { rowCount size } columnMetrics { column nullCount distinctCount } assertions { assertion success column } }
  }
  target: dataset(namespace: $ns, name: $target) {
    stated {
      lifecycle { lifecycleStateChange } version storage { storageLayer fileFormat } catalog { framework type name }
      type { datasetType subType } statistics { rowCount size fileCount } tags { key value field } facets { name json statedAt }
    }
    writtenBy {
      stated { type { processingType integration jobType } sourceCode { language sourceCode } sourceCodeLocation { type url } owners { name type } }
      lastRun { runId stated {
        parent { runId jobName rootRunId rootJobName } nominalTime { nominalStartTime } error { message programmingLanguage }
        externalQuery { externalQueryId source } engine { name version }
      } }
    }
  }
}`;

it('shows every facet that events stated, unknown ones as they came', async () => {
  await test.graph.ingest.lineage([EVENT], { receivedAt: '2026-11-01T00:00:00Z' });
  await test.graph.lineage.refresh();
  const answer = await test.ask<Record<string, never>>(QUERY, {
    ns: 'ns',
    source: 'source',
    target: 'target',
  });
  expect(answer).toMatchObject({
    source: {
      stated: {
        statistics: { rowCount: 10, size: 20 },
        columnMetrics: [{ column: 'a', nullCount: 1, distinctCount: 9 }],
        assertions: [{ assertion: 'not_null', success: false, column: 'a' }],
      },
    },
    target: {
      stated: {
        lifecycle: { lifecycleStateChange: 'TRUNCATE' },
        version: 'v7',
        storage: { storageLayer: 'iceberg', fileFormat: 'parquet' },
        catalog: { framework: 'iceberg', type: 'hive', name: 'main' },
        type: { datasetType: 'TABLE', subType: 'EXTERNAL' },
        statistics: { rowCount: 5, size: 6, fileCount: 1 },
        tags: [{ key: 'pii', value: 'true', field: 'a' }],
        facets: expect.arrayContaining([
          { name: 'shop_own', json: '{"anything":["goes"]}', statedAt: '2026-03-01T00:00:00.000Z' },
        ]),
      },
      writtenBy: [
        {
          stated: {
            type: { processingType: 'BATCH', integration: 'SPARK', jobType: 'QUERY' },
            sourceCode: { language: 'python', sourceCode: 'print(1)' },
            sourceCodeLocation: { type: 'git', url: 'https://git.example/a.py' },
            owners: [{ name: 'team:a', type: 'MAINTAINER' }],
          },
          lastRun: {
            runId: 'r1',
            stated: {
              parent: { runId: 'p1', jobName: 'dag', rootRunId: 'q1', rootJobName: 'root' },
              nominalTime: { nominalStartTime: '2026-03-01T00:00:00Z' },
              error: { message: '磁盘已满', programmingLanguage: 'JAVA' },
              externalQuery: { externalQueryId: 'q-7', source: 'bigquery' },
              engine: { name: 'spark', version: '3.5' },
            },
          },
        },
      ],
    },
  });
});
