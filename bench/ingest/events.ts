const COLUMNS = 12;
const JOBS = 200;
const FIRST = Date.parse('2026-03-01T00:00:00Z');
const NAMESPACE = 'postgres://bench:5432';

/** The n-th event of 200 jobs whose runs follow each other: START and COMPLETE, each with the lineage of 12 columns. */
export function lineageEvent(n: number): Record<string, unknown> {
  const run = Math.floor(n / 2);
  const job = run % JOBS;
  const from = (side: number) => ({ namespace: NAMESPACE, name: `db.public.source_${job}_${side}` });
  const fields = Object.fromEntries(
    Array.from({ length: COLUMNS }, (_, column) => [
      `column_${column}`,
      {
        inputFields: [
          {
            ...from(column % 2),
            field: `column_${column}`,
            transformations: [{ type: 'DIRECT', subtype: column % 3 === 0 ? 'TRANSFORMATION' : 'IDENTITY' }],
          },
        ],
      },
    ]),
  );
  const schema = { fields: Object.keys(fields).map((name) => ({ name, type: 'text' })) };
  return {
    eventType: n % 2 === 0 ? 'START' : 'COMPLETE',
    eventTime: new Date(FIRST + n * 1000).toISOString(),
    producer: 'https://yuanliu.example/bench',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `00000000-0000-4000-8000-${String(run).padStart(12, '0')}` },
    job: { namespace: 'bench', name: `job_${job}` },
    inputs: [from(0), from(1)],
    outputs: [
      {
        ...{ namespace: NAMESPACE, name: `db.public.target_${job}` },
        facets: { schema, columnLineage: { fields } },
      },
    ],
  };
}
