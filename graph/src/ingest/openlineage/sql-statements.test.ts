import { describe, expect, it } from 'vitest';
import { sqlLineage } from '../sql/index.js';
import { readEvent } from './read-event.js';
import { needsSql, sqlRequestOf, withSqlStatements } from './sql-statements.js';

const NAMESPACE = 'postgres://warehouse:5432';
interface Table {
  name: string;
  columns?: readonly string[];
  facets?: object;
}

/** The facts of a completed run of one SQL over some tables. */
function factsOf(sql: string, inputs: Table[], outputs: Table[], dialect?: string) {
  const facet = { _producer: 'https://example.org', _schemaURL: 'https://example.org/s.json' };
  const dataset = ({ name, columns, facets = {} }: Table) => ({
    namespace: NAMESPACE,
    name,
    facets: {
      ...(columns ? { schema: { ...facet, fields: columns.map((column) => ({ name: column })) } } : {}),
      ...facets,
    },
  });
  const reading = readEvent({
    eventType: 'COMPLETE',
    eventTime: '2026-11-01T00:00:00Z',
    producer: 'https://example.org',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId: '0192d1c0-0000-7000-8000-000000000000' },
    job: { namespace: 'jobs', name: 'fill', facets: { sql: { ...facet, query: sql, dialect } } },
    inputs: inputs.map(dataset),
    outputs: outputs.map(dataset),
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.refused.faults));
  return reading.facts;
}

/** What the SQL of an event adds: edges as text, and notices. */
function stated(...args: Parameters<typeof factsOf>) {
  const facts = factsOf(...args);
  const request = needsSql(facts) ? sqlRequestOf(facts) : null;
  if (request === null) return { request, edges: [], notices: [] };
  const { statements, notices } = withSqlStatements(facts, sqlLineage(request));
  const nameOf = (key: string) => facts.datasets.find((dataset) => dataset.key === key)?.name;
  const edges = statements.flatMap(({ output, edges: all }) =>
    all.map(
      ({ fromDataset, fromField, toField, subtype, masking }) =>
        `${nameOf(fromDataset)}.${fromField} > ${nameOf(output)}.${toField ?? '*'} ${subtype} ${masking ?? ''}`,
    ),
  );
  return { request, edges: edges.map((edge) => edge.trim()).sort(), notices };
}

const PERSON: Table = { name: 'city.ods.person', columns: ['id', 'name', 'street'] };
const MASKED: Table = { name: 'city.dw.person_masked', columns: ['id_hash', 'name', 'street'] };

describe('the SQL of a job, where an event states no columns', () => {
  it('gives the columns, their masking and what decides the rows, by names shorter than those of the datasets', () => {
    const sql = `insert into dw.person_masked (id_hash, name, street)
      select sm3(p.id), p.name, generalize_address(p.street) from ods.person p where p.name <> ''`;
    const { edges, notices } = stated(sql, [PERSON], [MASKED]);
    expect(edges).toEqual([
      'city.ods.person.id > city.dw.person_masked.id_hash TRANSFORMATION HASH',
      'city.ods.person.name > city.dw.person_masked.* FILTER',
      'city.ods.person.name > city.dw.person_masked.name IDENTITY',
      'city.ods.person.street > city.dw.person_masked.street TRANSFORMATION K_ANON',
    ]);
    expect(notices).toEqual([]);
  });

  it('takes the dialect from the namespace, unless the event names one', () => {
    const sql = 'insert into dw.person_masked select * from ods.person';
    expect(stated(sql, [PERSON], [MASKED]).request?.dialect).toBe('postgres');
    expect(stated(sql, [PERSON], [MASKED], 'Dameng').request?.dialect).toBe('dameng');
  });

  it('marks what it cannot resolve with its place, and states no edge for it', () => {
    const sql = 'insert into dw.person_masked (name, street) select p.name, p.strasse from ods.person p';
    const { edges, notices } = stated(sql, [PERSON], [MASKED]);
    expect(edges).toEqual(['city.ods.person.name > city.dw.person_masked.name IDENTITY']);
    expect(notices).toEqual([
      {
        path: expect.stringMatching(/^job\.facets\.sql\.query\[\d+:\d+\]$/),
        message: expect.stringMatching(/^UNKNOWN_COLUMN: street: .*strasse/),
      },
    ]);
    const [, start, end] = /\[(\d+):(\d+)\]/.exec(notices[0]!.path)!;
    expect(sql.slice(Number(start), Number(end))).toContain('strasse');
  });

  it('marks a table that is no input of the job', () => {
    const sql = 'insert into dw.person_masked (name) select o.name from ods.other o';
    const { edges, notices } = stated(sql, [PERSON], [MASKED]);
    expect(edges).toEqual([]);
    expect(notices).toContainEqual({
      path: 'job.facets.sql.query',
      message: expect.stringMatching(/^UNKNOWN_RELATION: .*other is no input of the job$/),
    });
  });

  it('does not take one of two inputs whose names end alike', () => {
    const inputs = [PERSON, { name: 'town.ods.person', columns: ['id', 'name'] }];
    const { edges } = stated('insert into dw.person_masked (name) select p.name from ods.person p', inputs, [
      MASKED,
    ]);
    expect(edges).toEqual([]);
  });

  it('fills the only output of the job with a query that writes nowhere', () => {
    const { edges } = stated('select p.id as id_hash from ods.person p', [PERSON], [MASKED]);
    expect(edges).toEqual(['city.ods.person.id > city.dw.person_masked.id_hash IDENTITY']);
  });

  it('is not read where the event itself states the columns', () => {
    const columnLineage = {
      fields: { name: { inputFields: [{ namespace: NAMESPACE, name: 'city.ods.person', field: 'id' }] } },
    };
    const sql = 'insert into dw.person_masked (name) select p.name from ods.person p';
    expect(stated(sql, [PERSON], [{ ...MASKED, facets: { columnLineage } }]).request).toBeNull();
  });

  it('leaves what is known of an output when the text is not understood', () => {
    const facts = factsOf('call fill_person()', [PERSON], [MASKED]);
    const read = withSqlStatements(facts, sqlLineage(sqlRequestOf(facts)!));
    expect(read.statements).toEqual([]);
    expect(read.notices.length).toBeGreaterThan(0);
  });
});
