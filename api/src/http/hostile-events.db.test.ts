import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleEvent } from '../testing/sample-event.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
let url: string;
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
});
afterAll(() => test.close());

interface Dataset {
  namespace: string;
  name: string;
  facets: Record<string, unknown>;
}
interface Event extends Record<string, unknown> {
  job: { namespace: string; name: string; facets: Record<string, unknown> };
  inputs: Dataset[];
  outputs: Dataset[];
}
/** An event with one thing wrong in it. */
function spoilt(spoil: (event: Event, output: Dataset) => void): Event {
  const event = structuredClone(
    sampleEvent({ job: 'hostile', from: 'hostile.in', to: 'hostile.out', columns: { a: 'a' } }),
  ) as unknown as Event;
  spoil(event, event.outputs[0] as Dataset);
  return event;
}

async function send(
  body: BodyInit,
  headers: Record<string, string> = {},
  path = '/api/v1/lineage?wait=true',
) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, text };
}
const facet = (name: string, content: unknown) => (_: Event, output: Dataset) => {
  output.facets[name] = content;
};
/** What the catalogue holds, by one number. */
const size = async () => test.graph.change.lastSequence();

describe('refused with the reason, and nothing of it is written', () => {
  it.each<[string, (event: Event, output: Dataset) => void, RegExp]>([
    [
      'a description of 4 MB',
      facet('documentation', { description: 'x'.repeat(4_000_000) }),
      /documentation.description.*20000/,
    ],
    [
      'a dataset of 100,000 columns',
      facet('schema', { fields: Array.from({ length: 100_000 }, (_, i) => ({ name: `c${i}` })) }),
      /schema.fields.*20000/,
    ],
    [
      'NUL in a name',
      (_, output) => {
        output.name = 'a\u0000b';
      },
      /outputs\[0\].name/,
    ],
    [
      'half a surrogate in a name',
      (_, output) => {
        output.name = 'a\ud800';
      },
      /outputs\[0\].name/,
    ],
    [
      'a name of nothing but invisible marks',
      (_, output) => {
        output.name = '\u200b\u202e\ufeff';
      },
      /outputs\[0\].name/,
    ],
    [
      'a number for a name',
      (event) => {
        (event.job as { name: unknown }).name = 5;
      },
      /job.name/,
    ],
    ['a list for a facet', facet('columnLineage', []), /columnLineage/],
    [
      'columns that nest deeper than anything',
      (_, output) => {
        let fields: object[] = [{ name: 'x' }];
        for (let i = 0; i < 200; i++) fields = [{ name: 'x', fields }];
        output.facets.schema = { fields };
      },
      /nests deeper/,
    ],
    [
      '2,001 outputs',
      (event) => {
        event.outputs = Array.from({ length: 2_001 }, (_, i) => ({
          ...(event.outputs[0] as Dataset),
          name: `t${i}`,
        }));
      },
      /outputs/,
    ],
  ])('%s', async (_name, spoil, reason) => {
    const before = await size();
    const { status, text } = await send(JSON.stringify(spoilt(spoil)));
    expect({ status, text: text.slice(0, 400) }).toEqual({
      status: 400,
      text: expect.stringMatching(reason),
    });
    expect(await size()).toBe(before);
  });

  it.each<[string, () => BodyInit, Record<string, string>, number]>([
    [
      'half a gzip',
      () => gzipSync(JSON.stringify(spoilt(() => {}))).subarray(0, 200),
      { 'content-encoding': 'gzip' },
      400,
    ],
    [
      'a description of 10 MB',
      () => JSON.stringify(spoilt(facet('documentation', { description: 'x'.repeat(10_000_000) }))),
      {},
      413,
    ],
    ['a zip bomb of 1 GB', () => gzipSync(Buffer.alloc(2 ** 30)), { 'content-encoding': 'gzip' }, 413],
    ['two gzips, one in the other', () => gzipSync(gzipSync('{}')), { 'content-encoding': 'gzip' }, 400],
    ['JSON that ends too soon', () => JSON.stringify(spoilt(() => {})).slice(0, -5), {}, 400],
    ['a null', () => 'null', {}, 400],
  ])('%s', async (_name, body, headers, status) => {
    const before = await size();
    const held = process.memoryUsage().rss;
    expect((await send(body(), headers)).status).toBe(status);
    expect(await size()).toBe(before);
    // The gigabyte of zeros is made here; what it is packed from must not be there a second time.
    if (_name.includes('bomb')) expect(process.memoryUsage().rss - held).toBeLessThan(2 ** 30 + 2 ** 28);
  });
});

describe('taken as text and nothing else', () => {
  const NASTY = [
    "'}) MATCH (n) DETACH DELETE n //",
    '`; DROP CONSTRAINT dataset_id //',
    'title:* OR _exists_:x AND (a~2 \\',
    '=cmd|calc!A1',
    '<script>alert(1)</script>',
    '\u202etxt.exe',
    ['$', '{jndi:ldap://x}'].join(''),
  ];

  it('whatever stands in names, facets and keys', async () => {
    for (const text of NASTY) {
      const event = spoilt((of, output) => {
        of.job.name = text;
        output.name = `out ${text}`;
        output.facets = {
          [text]: { [text]: text },
          documentation: { description: text },
          schema: { fields: [{ name: text, type: text, description: text }] },
          columnLineage: {
            fields: {
              [text]: {
                inputFields: [
                  {
                    namespace: text,
                    name: text,
                    field: text,
                    transformations: [{ type: text, description: text }],
                  },
                ],
              },
            },
          },
          ownership: { owners: [{ name: text }] },
          dataSource: { name: text, uri: text },
        };
      });
      expect((await send(JSON.stringify(event))).status, text).toBe(201);
    }
    expect(test.graph.ingest.inbox()).toMatchObject({ failed: 0, stuck: null });
    const names = await test.db.read((tx) =>
      tx.run(
        "MATCH (d:Dataset)-[:HAS_FIELD]->(f:Field) WHERE d.name STARTS WITH 'out ' RETURN d.name AS name, f.path AS path",
      ),
    );
    const visible = (text: string) => text.replaceAll('\u202e', '');
    expect(names.records.map((r) => [r.get('name'), r.get('path')]).sort()).toEqual(
      NASTY.map((text) => [visible(`out ${text}`), visible(text)]).sort(),
    );
  });

  it('names that differ only by width, Unicode form or invisible marks as one', async () => {
    for (const name of ['café', 'cafe\u0301', 'ｃａｆé', ' caf\u200bé ', 'ca\u202efé']) {
      const event = spoilt((_, output) => {
        output.name = `same.${name.trim()}`;
      });
      expect((await send(JSON.stringify(event))).status).toBe(201);
    }
    const found = await test.db.read((tx) =>
      tx.run("MATCH (d:Dataset) WHERE d.name STARTS WITH 'same.' RETURN d.name AS name"),
    );
    expect(found.records.map((r) => r.get('name'))).toEqual(['same.café']);
  });
});
