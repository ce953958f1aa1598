import { describe, expect, it } from 'vitest';
import type { EventFacts } from './event-facts.js';
import { parseEventTime } from './event-time.js';
import { readEvent } from './read-event.js';

const ds = (name: string, facets?: object) => ({
  namespace: 'pg://h:5432',
  name,
  ...(facets ? { facets } : {}),
});
const job = (facets?: object) => ({ namespace: 'etl', name: 'load', ...(facets ? { facets } : {}) });
const event = (more: object) => ({ eventTime: '2026-03-01T08:00:00Z', ...more });
const run = (more: object = {}) =>
  event({ eventType: 'COMPLETE', run: { runId: 'r-1' }, job: job(), ...more });

function factsOf(value: unknown): EventFacts {
  const reading = readEvent(value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused.faults));
  return reading.facts;
}
function faultsOf(value: unknown): string[] {
  const reading = readEvent(value);
  if (reading.ok) throw new Error('was taken');
  return reading.refused.faults.map((fault) => `${fault.path}: ${fault.message}`);
}
const lineage = (inputField: object, column: object = {}) =>
  run({
    outputs: [
      ds('o', {
        columnLineage: {
          fields: { c: { inputFields: [{ ...ds('i'), field: 'a', ...inputField }], ...column } },
        },
      }),
    ],
  });
const edgeOf = (value: unknown) => factsOf(value).statements[0]?.edges[0];

describe('times', () => {
  it.each([
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.000Z', '2026-03-01T08:00:00.000000Z'],
    ['2026-03-01T08:00:00', '2026-03-01T08:00:00.000Z', '2026-03-01T08:00:00.000000Z'],
    ['2026-03-01 08:00:00.123456789+08:00', '2026-03-01T00:00:00.123Z', '2026-03-01T00:00:00.123456Z'],
    ['2026-03-01T08:00:00.5-0330', '2026-03-01T11:30:00.500Z', '2026-03-01T11:30:00.500000Z'],
    ['2026-06-30T23:59:60Z', '2026-06-30T23:59:59.999Z', '2026-06-30T23:59:59.999999Z'],
  ])('reads %s', (text, instant, precise) => {
    expect(parseEventTime(text)).toEqual({ instant, precise });
  });
  it.each(['yesterday', '2026-02-30T00:00:00Z', '2026-03-01', '2026-03-01T25:00:00Z', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseEventTime(text)).toBeNull();
    },
  );
});

describe('events', () => {
  it('takes run, dataset and job events without schemaURL, producer or UUID', () => {
    expect(factsOf(run()).run).toEqual({ id: 'r-1', state: 'COMPLETE' });
    expect(factsOf(event({ dataset: ds('d') }))).toMatchObject({ kind: 'DATASET', job: null, run: null });
    expect(factsOf(event({ job: job(), inputs: [ds('i')] }))).toMatchObject({
      kind: 'JOB',
      inputs: ['pg://h:5432\u001fi'],
    });
  });

  it('has the same digest whatever the order of keys', () => {
    const a = factsOf({ eventTime: '2026-03-01T08:00:00Z', job: { namespace: 'n', name: 'j' } });
    const b = factsOf({ job: { name: 'j', namespace: 'n' }, eventTime: '2026-03-01T08:00:00Z' });
    expect(a.digest).toBe(b.digest);
    expect(a.stamp).toBe(`2026-03-01T08:00:00.000000Z#${a.digest.slice(0, 16)}`);
  });

  it('reads the facets of a dataset, nested fields as paths', () => {
    const [dataset] = factsOf(
      event({
        dataset: ds('d', {
          schema: {
            fields: [
              { name: 'a', type: 'INT' },
              { name: 's', fields: [{ name: 't', description: '街道' }] },
            ],
          },
          documentation: { description: 'about' },
          dataSource: { name: 'warehouse', uri: 'postgres://user:secret@h:5432/db?password=x' },
          ownership: { owners: [{ name: 'DSJ', type: 'OWNER' }] },
          symlinks: { identifiers: [{ namespace: 'hive', name: 'd', type: 'TABLE' }] },
          custom_unknown: { anything: [1] },
        }),
      }),
    ).datasets;
    expect(dataset).toMatchObject({
      documentation: 'about',
      source: { name: 'warehouse', uri: 'postgres://h:5432/db?password=***' },
      owners: ['DSJ'],
      aliases: [{ namespace: 'hive', name: 'd' }],
      fields: [
        { path: 'a', ordinal: 1, type: 'INT' },
        { path: 's', ordinal: 2 },
        { path: 's.t', description: '街道' },
      ],
    });
  });

  it('makes one name of names that look alike', () => {
    const facts = factsOf(run({ inputs: [ds('ｔａｂｌｅ'), ds('ta\u200Bble')] }));
    expect(facts.datasets.map((d) => d.name)).toEqual(['table']);
    const twice = factsOf(
      event({ dataset: ds('d', { schema: { fields: [{ name: 'é' }, { name: 'e\u0301' }] } }) }),
    );
    expect(twice.datasets[0]?.fields).toHaveLength(1);
    expect(twice.notices).toHaveLength(1);
  });
});

describe('column lineage', () => {
  it('takes the strict reading when nothing is said of the transformation', () => {
    expect(edgeOf(lineage({}))).toMatchObject({ kind: 'DIRECT', subtype: 'TRANSFORMATION', masking: null });
  });

  it.each([
    [{ type: 'DIRECT', subtype: 'IDENTITY' }, 'DIRECT', 'IDENTITY', null],
    [{ type: 'INDIRECT', subtype: 'GROUP_BY' }, 'INDIRECT', 'GROUP_BY', null],
    [{ type: 'INDIRECT' }, 'INDIRECT', 'CONDITIONAL', null],
    [{ type: 'DIRECT', subtype: 'JOIN' }, 'DIRECT', 'TRANSFORMATION', null],
    [{ type: 'DIRECT', masking: true }, 'DIRECT', 'TRANSFORMATION', 'UNKNOWN'],
    [{ type: 'DIRECT', masking: true, maskingMethod: 'sha' }, 'DIRECT', 'TRANSFORMATION', 'UNKNOWN'],
    [{ type: 'DIRECT', masking: true, maskingMethod: 'ENCRYPT' }, 'DIRECT', 'TRANSFORMATION', 'ENCRYPT'],
    [{ type: 'DIRECT', masking: true, description: 'masking=HASH; SM3' }, 'DIRECT', 'TRANSFORMATION', 'HASH'],
    [{ type: 'DIRECT', masking: true, description: 'masking:COVER' }, 'DIRECT', 'TRANSFORMATION', 'COVER'],
    [{ type: 'DIRECT', description: 'masking=HASH' }, 'DIRECT', 'TRANSFORMATION', null],
  ])('reads %j', (transformation, kind, subtype, masking) => {
    expect(edgeOf(lineage({ transformations: [transformation] }))).toMatchObject({ kind, subtype, masking });
  });

  it('understands the old words', () => {
    expect(edgeOf(lineage({}, { transformationType: 'IDENTITY' }))).toMatchObject({ subtype: 'IDENTITY' });
    expect(edgeOf(lineage({}, { transformationType: 'MASKED' }))).toMatchObject({ masking: 'UNKNOWN' });
  });

  it('makes one edge of each transformation, and one to the whole output of each dataset entry', () => {
    const { statements } = factsOf(
      run({
        outputs: [
          ds('o', {
            columnLineage: {
              fields: {
                c: {
                  inputFields: [
                    {
                      ...ds('i'),
                      field: 'a',
                      transformations: [
                        { type: 'DIRECT', subtype: 'IDENTITY' },
                        { type: 'INDIRECT', subtype: 'SORT' },
                      ],
                    },
                  ],
                },
              },
              dataset: [
                { ...ds('i'), field: 'f', transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }] },
              ],
            },
          }),
        ],
      }),
    );
    expect(statements[0]?.edges.map((e) => [e.fromField, e.toField, e.subtype])).toEqual([
      ['a', 'c', 'IDENTITY'],
      ['a', 'c', 'SORT'],
      ['f', null, 'FILTER'],
    ]);
  });

  it('states nothing by an empty facet, and that nothing is left by a deleted one', () => {
    const withFacet = (columnLineage: object) =>
      factsOf(run({ outputs: [ds('o', { columnLineage })] })).statements;
    expect(withFacet({ fields: {} })).toEqual([]);
    expect(withFacet({ _deleted: true })).toEqual([{ output: 'pg://h:5432\u001fo', edges: [] }]);
  });

  it('prefers the explicit lineage facet of the job', () => {
    const { statements, outputs } = factsOf(
      run({
        job: job({
          lineage: {
            entries: [
              {
                ...ds('o'),
                type: 'DATASET',
                inputs: [{ ...ds('i'), type: 'DATASET' }],
                fields: { c: { inputs: [{ ...ds('i'), type: 'DATASET', field: 'a' }] } },
              },
              { ...ds('p'), type: 'DATASET', inputs: [] },
            ],
          },
        }),
      }),
    );
    expect(outputs).toHaveLength(2);
    expect(statements.map((s) => s.edges.map((e) => [e.fromField, e.toField]))).toEqual([
      [
        [null, null],
        ['a', 'c'],
      ],
      [],
    ]);
  });
});

describe('faults', () => {
  it('says all of them with their paths', () => {
    expect(
      faultsOf({
        eventTime: 5,
        run: { runId: '' },
        job: { namespace: 'n' },
        outputs: [
          ds('o', { columnLineage: { fields: { c: { inputFields: [{ namespace: 'n', name: 'i' }] } } } }),
        ],
      }).map((fault) => fault.split(':')[0]),
    ).toEqual([
      'eventTime',
      'run.runId',
      'job.name',
      'outputs[0].facets.columnLineage.fields.c.inputFields[0].field',
    ]);
    expect(
      faultsOf(run({ eventTime: 'soon', eventType: 'DONE' })).map((fault) => fault.split(':')[0]),
    ).toEqual(['eventTime', 'eventType']);
  });

  it('refuses what is no event, and names that cannot be kept', () => {
    for (const value of [null, 17, 'text', [], undefined]) expect(faultsOf(value)[0]).toMatch(/^event: /);
    expect(faultsOf(event({}))).toEqual([expect.stringMatching(/^event: is no run event/)]);
    for (const name of ['a\u0000b', 'a\uD800', '', '\u200B', 'x'.repeat(1001)]) {
      expect(faultsOf(run({ inputs: [ds(name)] }))[0]).toMatch(/^inputs\[0\]\.name: /);
    }
  });

  it('refuses what is too large or too deep with the limit named', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(faultsOf({ ...run(), deep })).toEqual(['event: nests deeper than 64 levels']);
    expect(faultsOf({ ...run(), blob: 'x'.repeat(5 * 1024 * 1024) })[0]).toMatch(/^event: is larger than/);
    const fields = Array.from({ length: 20_001 }, (_, i) => ({ name: `c${i}` }));
    expect(faultsOf(event({ dataset: ds('d', { schema: { fields } }) }))[0]).toMatch(
      /20001 fields: more than 20000/,
    );
    expect(faultsOf(run({ job: job({ documentation: { description: 'x'.repeat(20_001) } }) }))[0]).toMatch(
      /^job\.facets\.documentation\.description: /,
    );
  });
});
