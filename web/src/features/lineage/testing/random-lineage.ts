import fc from 'fast-check';
import type { EdgeFacts, LineageAnswer, NodeFacts } from '../lineage-types';
import { answer, edge, node } from './answer';

interface Draft {
  sizes: number[];
  interfaces: number;
  consumers: number;
  flows: { from: number; to: number; kind: 'DIRECT' | 'INDIRECT'; mask: number; backflow: boolean }[];
  exposures: { from: number; to: number; masked: boolean }[];
  grants: { from: number; to: number }[];
}

const nat = fc.nat({ max: 999 });

/** Graphs with cycles, self-loops, parallel, masked, reversible, indirect, dataset-level and backflow edges. */
export const randomLineage: fc.Arbitrary<LineageAnswer> = fc
  .record<Draft>({
    sizes: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 9 }),
    interfaces: fc.nat({ max: 3 }),
    consumers: fc.nat({ max: 2 }),
    flows: fc.array(
      fc.record({
        from: nat,
        to: nat,
        kind: fc.constantFrom('DIRECT' as const, 'DIRECT' as const, 'INDIRECT' as const),
        mask: fc.nat({ max: 5 }),
        backflow: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
      }),
      { maxLength: 40 },
    ),
    exposures: fc.array(fc.record({ from: nat, to: nat, masked: fc.boolean() }), { maxLength: 8 }),
    grants: fc.array(fc.record({ from: nat, to: nat }), { maxLength: 5 }),
  })
  .map(build);

function build({ sizes, interfaces, consumers, flows, exposures, grants }: Draft): LineageAnswer {
  const nodes: NodeFacts[] = sizes.flatMap((size, d) => [
    node({
      id: `d${d}`,
      kind: 'DATASET',
      label: `数据集${d}`,
      fieldCount: size + (d % 3),
      departmentName: `部门${d % 3}`,
    }),
    ...Array.from({ length: size }, (_, f) =>
      node({
        id: `d${d}.f${f}`,
        kind: 'FIELD',
        datasetId: `d${d}`,
        label: `字段${f}`,
        grade: f % 2 ? 'L3' : null,
      }),
    ),
  ]);
  const data = nodes.map(({ id }) => id);
  const fields = nodes.filter(({ kind }) => kind === 'FIELD').map(({ id }) => id);
  const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T;
  const edges = new Map<string, EdgeFacts>();
  const put = (made: EdgeFacts) => edges.set(made.id, made);
  for (const { from, to, kind, mask, backflow } of flows) {
    const [a, b] = [at(data, from), at(data, to)];
    const masking =
      kind === 'DIRECT' && mask === 0 ? 'HASH' : kind === 'DIRECT' && mask === 1 ? 'ENCRYPT' : null;
    const coarse = !a.includes('.') || !b.includes('.');
    put(edge(a, b, { kind, masking, reversible: masking === 'ENCRYPT', backflow, coarse }));
  }
  for (let i = 0; i < interfaces; i++)
    nodes.push(node({ id: `i${i}`, kind: 'INTERFACE', label: `接口${i}` }));
  for (let i = 0; i < consumers; i++)
    nodes.push(node({ id: `c${i}`, kind: 'CONSUMER', label: `使用方${i}` }));
  if (interfaces > 0 && fields.length > 0) {
    for (const { from, to, masked } of exposures) {
      put(
        edge(at(fields, from), `i${to % interfaces}`, { role: 'EXPOSES', masking: masked ? 'COVER' : null }),
      );
    }
  }
  if (interfaces > 0 && consumers > 0) {
    for (const { from, to } of grants)
      put(edge(`i${from % interfaces}`, `c${to % consumers}`, { role: 'AUTHORIZES' }));
  }
  return answer(at(data, sizes.length * 7), nodes, [...edges.values()]);
}
