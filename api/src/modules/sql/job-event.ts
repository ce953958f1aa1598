import type { Context } from '../../context.js';

/** SQL that a person has pasted, and in which database it runs. */
export interface PastedSql {
  sql: string;
  dialect: string;
  /** Namespace of the datasets that it names. */
  namespace: string;
}

const PRODUCER = 'https://yuanliu.example/sql';
const SPEC = 'https://openlineage.io/spec';
/** Jobs that people have entered, not a scheduler. */
export const JOB_NAMESPACE = 'yuanliu://sql';
const SCHEMA = 'facets/1-2-0/SchemaDatasetFacet.json';

const facet = (path: string, content: object) => ({
  _producer: PRODUCER,
  _schemaURL: `${SPEC}/${path}`,
  ...content,
});

/**
 * The SQL as an OpenLineage job event over the catalogue's own tables, so that it goes the way of all lineage. Tables that
 * the catalogue does not know, or knows twice, are left out: what reads them is marked, never guessed.
 */
export async function jobEventOf(
  { sql, dialect, namespace }: PastedSql,
  job: { name: string; owner: string },
  { graph, viewer }: Pick<Context, 'graph' | 'viewer'>,
) {
  const { read, written } = await graph.ingest.tablesOf(viewer, sql, dialect);
  const tables = await graph.dataset.tables(viewer, namespace, [...read, ...written]);
  const fields = await graph.field.listOf(
    viewer,
    tables.map(({ id }) => id),
  );
  const named = (names: readonly string[]) =>
    tables.filter(({ name }) => names.some((wanted) => isNamed(name.toLowerCase(), wanted.toLowerCase())));
  const withSchema = ({ id, name }: (typeof tables)[number]) => ({
    namespace,
    name,
    facets: {
      schema: facet(SCHEMA, {
        fields: fields
          .filter(({ dataset }) => dataset === id)
          .map(({ path, type }) => ({ name: path, ...(type === null ? {} : { type }) })),
      }),
    },
  });
  return {
    eventTime: new Date().toISOString(),
    producer: PRODUCER,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/JobEvent`,
    job: {
      namespace: JOB_NAMESPACE,
      name: job.name,
      facets: {
        sql: facet('facets/1-1-0/SQLJobFacet.json', { query: sql, dialect }),
        ownership: facet('facets/1-0-1/OwnershipJobFacet.json', { owners: [{ name: job.owner }] }),
      },
    },
    inputs: named(read).map(withSchema),
    outputs: named(written).map(withSchema),
  };
}

const isNamed = (name: string, wanted: string): boolean =>
  name === wanted || name.endsWith(`.${wanted}`) || wanted.endsWith(`.${name}`);
