import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewDataset, viewJob, viewRun } from './facet-views.js';
import { LIMITS } from './limits.js';
import { readEvent } from './read-event.js';

const ref = (name: string) => ({ namespace: 'ns', name });
const run = (over: object) => ({
  eventType: 'COMPLETE',
  eventTime: '2026-03-01T00:00:00Z',
  run: { runId: 'r' },
  job: ref('j'),
  ...over,
});

function facetsOf(event: unknown) {
  const reading = readEvent(event);
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused.faults));
  return reading.facts.facets.map(({ role, name, json }) => [role, name, json]);
}

it('keeps each facet without a place of its own with its role, unknown ones as they came, and what was taken back', () => {
  const event = run({
    run: { runId: 'r', facets: { nominalTime: { nominalStartTime: 't' } } },
    job: { ...ref('j'), facets: { sql: { query: 'select 1' }, jobType: { integration: 'SPARK' } } },
    inputs: [{ ...ref('a'), inputFacets: { inputStatistics: { rowCount: 1 } } }],
    outputs: [
      {
        ...ref('b'),
        facets: { schema: { fields: [] }, our_own: { 任意: [1, { b: null }] }, tags: { _deleted: true } },
        outputFacets: { outputStatistics: { rowCount: 2 } },
      },
    ],
  });
  expect(facetsOf(event)).toEqual([
    ['run', 'nominalTime', '{"nominalStartTime":"t"}'],
    ['job', 'jobType', '{"integration":"SPARK"}'],
    ['input', 'inputStatistics', '{"rowCount":1}'],
    ['dataset', 'our_own', '{"任意":[1,{"b":null}]}'],
    ['dataset', 'tags', null],
    ['output', 'outputStatistics', '{"rowCount":2}'],
  ]);
});

it('keeps neither passwords of the environment nor what is too large, and says so', () => {
  const reading = readEvent(
    run({
      run: {
        runId: 'r',
        facets: {
          environmentVariables: {
            environmentVariables: [
              { name: 'DB_PASSWORD', value: 'x' },
              { name: 'TZ', value: 'UTC' },
            ],
          },
          huge: { text: 'x'.repeat(LIMITS.facetSize) },
        },
      },
    }),
  );
  expect(reading).toMatchObject({
    ok: true,
    facts: {
      facets: [
        {
          json: '{"environmentVariables":[{"name":"DB_PASSWORD","value":"***"},{"name":"TZ","value":"UTC"}]}',
        },
      ],
      notices: [{ path: 'run.facets.huge' }],
    },
  });
});

it('reads facets of any form without failing, and names of any kind', () => {
  const Anything = fc.anything({
    withNullPrototype: false,
    maxDepth: 3,
    values: [fc.string(), fc.integer(), fc.constant(null)],
  });
  const Facets = fc.dictionary(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'ownership',
        'tags',
        'jobType',
        'parent',
        '__proto__',
        'dataQualityMetrics',
        'errorMessage',
      ),
    ),
    Anything,
  );
  fc.assert(
    fc.property(Facets, Facets, Facets, (a, b, c) => {
      const plain = JSON.parse(
        JSON.stringify(run({ run: { runId: 'r', facets: a }, outputs: [{ ...ref('b'), outputFacets: b }] })),
      );
      plain.job.facets = JSON.parse(JSON.stringify({ c }));
      const reading = readEvent(plain);
      if (!reading.ok) return;
      const texts = new Map(
        reading.facts.facets.flatMap(({ name, json }) => (json === null ? [] : [[name, json] as const])),
      );
      for (const view of [viewDataset, viewJob, viewRun]) expect(view(texts)).toBeTypeOf('object');
    }),
    { numRuns: 500 },
  );
});
