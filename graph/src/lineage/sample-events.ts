/** Small invented OpenLineage events for tests. */
export interface SampleEvent {
  job?: string;
  run?: string | null;
  state?: string;
  at: string;
  inputs?: string[];
  /** Output → column → `[dataset, column]` sources; null = no column lineage facet. */
  outputs?: Record<string, Record<string, [string, string][]> | null>;
  masking?: string;
  backflow?: string;
  sql?: string;
}

const NAMESPACE = 'dameng://test:5236';
const PRODUCER = { _producer: 'https://example.org/test', _schemaURL: 'https://example.org/test.json' };

export const sampleRef = (name: string) => ({ namespace: NAMESPACE, name });

/** An OpenLineage run event (a job event when `run` is null). */
export function sampleEvent(sample: SampleEvent): Record<string, unknown> {
  const { job = 'job', run = 'run-1', state = 'COMPLETE', at, inputs = [], outputs = {} } = sample;
  const transformations = [
    sample.masking === undefined
      ? { type: 'DIRECT', subtype: 'IDENTITY' }
      : { type: 'DIRECT', subtype: 'TRANSFORMATION', masking: true, description: sample.masking },
  ];
  const facetsOf = (columns: Record<string, [string, string][]> | null) =>
    columns === null
      ? {}
      : {
          columnLineage: {
            ...PRODUCER,
            fields: Object.fromEntries(
              Object.entries(columns).map(([column, sources]) => [
                column,
                {
                  inputFields: sources.map(([from, field]) => ({
                    ...sampleRef(from),
                    field,
                    transformations,
                  })),
                },
              ]),
            ),
          },
        };
  return {
    eventType: state,
    eventTime: at,
    producer: PRODUCER._producer,
    ...(run === null ? {} : { run: { runId: run } }),
    job: {
      namespace: 'test',
      name: job,
      facets: {
        ...(sample.sql ? { sql: { ...PRODUCER, query: sample.sql, dialect: 'postgres' } } : {}),
        ...(sample.backflow ? { yuanliu_backflow: { ...PRODUCER, link: sample.backflow } } : {}),
      },
    },
    inputs: inputs.map(sampleRef),
    outputs: Object.entries(outputs).map(([name, columns]) => ({
      ...sampleRef(name),
      facets: facetsOf(columns),
    })),
  };
}
