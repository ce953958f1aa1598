const PRODUCER = { _producer: 'https://example.org/test', _schemaURL: 'https://example.org/test.json' };

export const NAMESPACE = 'dameng://test:5236';

export interface SampleStep {
  job: string;
  at?: string;
  from: string;
  to: string;
  /** Output column → input column. */
  columns: Record<string, string>;
  masking?: string;
  sql?: string;
  /** Input columns that decide which rows exist. */
  filters?: string[];
}

/** An OpenLineage run event of one job that fills one dataset from another. */
export function sampleEvent({
  job,
  at = '2026-03-01T00:00:00Z',
  from,
  to,
  columns,
  masking,
  sql,
  filters,
}: SampleStep) {
  const input = (field: string, transformation: object) => ({
    namespace: NAMESPACE,
    name: from,
    field,
    transformations: [transformation],
  });
  const direct = masking
    ? { type: 'DIRECT', subtype: 'TRANSFORMATION', masking: true, description: `masking=${masking}` }
    : { type: 'DIRECT', subtype: 'IDENTITY' };
  return {
    eventType: 'COMPLETE',
    eventTime: at,
    producer: PRODUCER._producer,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `run-of-${job}` },
    job: {
      namespace: 'test',
      name: job,
      facets: sql ? { sql: { ...PRODUCER, query: sql, dialect: 'postgres' } } : {},
    },
    inputs: [{ namespace: NAMESPACE, name: from }],
    outputs: [
      {
        namespace: NAMESPACE,
        name: to,
        facets: {
          columnLineage: {
            ...PRODUCER,
            fields: Object.fromEntries(
              Object.entries(columns).map(([output, field]) => [
                output,
                { inputFields: [input(field, direct)] },
              ]),
            ),
            ...(filters
              ? { dataset: filters.map((f) => input(f, { type: 'INDIRECT', subtype: 'FILTER' })) }
              : {}),
          },
        },
      },
    ],
  };
}
