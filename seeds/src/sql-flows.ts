import { sqlLineage } from '@yuanliu/graph/sql';
import type { Scenario, SeedJob } from './scenarios/scenario.js';

/** What the scheduler's databases speak. */
export const DIALECT = 'dameng';

/** One column that a step reads, for a column of its output or (null) for the whole of it. */
export interface SqlFlow {
  dataset: string;
  field: string;
  toField: string | null;
  kind: 'DIRECT' | 'INDIRECT';
  subtype: string;
  masking: string | null;
}

/** The column lineage of a step, read from its SQL; an Error when a part of it cannot be resolved. */
export function sqlFlows({ datasets }: Pick<Scenario, 'datasets'>, job: SeedJob): SqlFlow[] {
  if (job.sql === null) return [];
  const keyOf = new Map(datasets.map(({ name, key }) => [name, key]));
  const schema = Object.fromEntries(datasets.map(({ name, fields }) => [name, fields.map((f) => f.path)]));
  const { edges, datasets: wholes, unresolved } = sqlLineage({ sql: job.sql, dialect: DIALECT, schema });
  const [mark] = unresolved;
  if (mark) throw new Error(`${job.name}: ${mark.reason} ${mark.detail}`);
  const targets = [
    ...edges.map(({ target, sources }) => ({ toField: target.column, sources })),
    ...wholes.map(({ sources }) => ({ toField: null, sources })),
  ];
  return targets.flatMap(({ toField, sources }) =>
    sources.map(({ table, column, kind, subtype, maskingMethod }) => {
      const dataset = keyOf.get(table);
      if (dataset === undefined) throw new Error(`${job.name}: no dataset ${table}`);
      return { dataset, field: column, toField, kind, subtype, masking: maskingMethod };
    }),
  );
}
