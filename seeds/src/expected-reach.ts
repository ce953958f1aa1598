import type { FieldId } from '@yuanliu/graph';
import type { Scenario } from './scenarios/scenario.js';
import { sqlFlows } from './sql-flows.js';

/** Fields that the SQL of the scenario's jobs and its backflow mappings lead to from `start`, values or masked values. */
export function expectedReach(scenario: Scenario, start: FieldId): Set<FieldId> {
  const idOf = new Map<string, FieldId>(
    scenario.datasets.flatMap((d) => d.fields.map((f) => [`${d.key}.${f.path}`, f.id] as const)),
  );
  const keyOf = new Map(scenario.datasets.map((d) => [d.id, d.key]));
  const next = new Map<FieldId, FieldId[]>();
  const flow = (from: string, to: string): void => {
    const [a, b] = [idOf.get(from), idOf.get(to)];
    if (a === undefined || b === undefined) throw new Error(`no field ${a === undefined ? from : to}`);
    const known = next.get(a);
    if (known) known.push(b);
    else next.set(a, [b]);
  };
  for (const job of scenario.jobs) {
    for (const { dataset, field, toField, kind } of sqlFlows(scenario, job)) {
      if (kind === 'DIRECT' && toField !== null) flow(`${dataset}.${field}`, `${job.output}.${toField}`);
    }
  }
  const landed = new Set(scenario.deliveries.filter((d) => d.landedAt !== null).map((d) => d.link));
  for (const link of scenario.links) {
    if (!landed.has(link.code)) continue;
    for (const { from, to } of link.mapping)
      flow(`${keyOf.get(link.from)}.${from}`, `${keyOf.get(link.to)}.${to}`);
  }
  const seen = new Set([start]);
  for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
  seen.delete(start);
  return seen;
}
