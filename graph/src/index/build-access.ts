import { type Catalogue, fieldAt } from './build-catalogue.js';
import { countingOrder, positions, startsOf } from './csr.js';
import type { AuthorizationFacts, ExposureColumns, IndexData } from './data.js';
import { encodeEdge } from './edge-code.js';
import type { IndexRows } from './types.js';

export type Access = Pick<
  IndexData,
  | 'interfaces'
  | 'interfaceIndex'
  | 'consumers'
  | 'consumerIndex'
  | 'exposures'
  | 'authorizations'
  | 'coverStarts'
  | 'coveredBy'
  | 'authorizationsOfConsumer'
  | 'authorizationsOfInterface'
>;
type AccessRows = Pick<IndexRows, 'interfaces' | 'exposures' | 'consumers' | 'authorizations'>;

function numbered(codes: Iterable<{ code: string }>): { list: string[]; index: Map<string, number> } {
  const list = Array.from(codes, (row) => row.code).sort();
  const index = new Map(list.map((code, position) => [code, position]));
  if (index.size < list.length) throw new Error('an interface or consumer code comes twice');
  return { list, index };
}

function known(index: Map<string, number>, code: string, what: string): number {
  const position = index.get(code);
  if (position === undefined) throw new Error(`unknown ${what}: ${code}`);
  return position;
}

/** Interfaces, exposures, consumers and authorisations over a finished catalogue. */
export function buildAccess(catalogue: Catalogue, rows: AccessRows): Access {
  const interfaces = numbered(rows.interfaces);
  const consumers = numbered(rows.consumers);
  const exposures = exposureColumns(catalogue, interfaces.index, interfaces.list.length, rows.exposures);

  const authorizations: AuthorizationFacts[] = [];
  const byCode = [...rows.authorizations].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const row of byCode) {
    const of = known(interfaces.index, row.interface, 'interface');
    const covered = new Set(row.fields.map((id) => fieldAt(catalogue, id)));
    const own = exposures.order.subarray(exposures.starts[of]!, exposures.starts[of + 1]!);
    authorizations.push({
      code: row.code,
      consumer: known(consumers.index, row.consumer, 'consumer'),
      interface: of,
      state: row.state,
      validFrom: row.validFrom,
      validTo: row.validTo,
      exposures: Array.from(own).filter((exposure) => covered.has(exposures.field[exposure]!)),
    });
  }
  const pairs = authorizations.flatMap((facts, a) =>
    facts.exposures.map((exposure) => [exposure, a] as const),
  );
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const listed = (count: number, of: (facts: AuthorizationFacts) => number) => {
    const lists = Array.from({ length: count }, (): number[] => []);
    for (const [a, facts] of authorizations.entries()) lists[of(facts)]!.push(a);
    return lists;
  };
  return {
    interfaces: interfaces.list,
    interfaceIndex: interfaces.index,
    consumers: consumers.list,
    consumerIndex: consumers.index,
    exposures,
    authorizations,
    coverStarts: startsOf(
      pairs.map((pair) => pair[0]),
      exposures.field.length,
    ),
    coveredBy: Uint32Array.from(pairs, (pair) => pair[1]),
    authorizationsOfConsumer: listed(consumers.list.length, (facts) => facts.consumer),
    authorizationsOfInterface: listed(interfaces.list.length, (facts) => facts.interface),
  };
}

function exposureColumns(
  catalogue: Catalogue,
  interfaceIndex: Map<string, number>,
  interfaceCount: number,
  rows: IndexRows['exposures'],
): ExposureColumns {
  const distinct = new Map<string, { field: number; interface: number; attributes: number }>();
  for (const row of rows) {
    const field = fieldAt(catalogue, row.field);
    if (field < 0) throw new Error(`interface ${row.interface} exposes an unknown field: ${row.field}`);
    const facts = {
      field,
      interface: known(interfaceIndex, row.interface, 'interface'),
      attributes: encodeEdge(
        { kind: 'DIRECT', subtype: null, masking: row.masking, reversible: row.reversible, backflow: false },
        false,
      ),
    };
    distinct.set(`${facts.field} ${facts.interface} ${facts.attributes}`, facts);
  }
  const sorted = [...distinct.values()].sort(
    (a, b) => a.field - b.field || a.interface - b.interface || a.attributes - b.attributes,
  );
  const byInterface = Uint32Array.from(sorted, (row) => row.interface);
  const exposed = new Uint8Array(catalogue.fields.ids.count);
  for (const row of sorted) exposed[row.field] = 1;
  return {
    field: Uint32Array.from(sorted, (row) => row.field),
    interface: byInterface,
    attributes: Uint16Array.from(sorted, (row) => row.attributes),
    starts: startsOf(byInterface, interfaceCount),
    order: countingOrder(byInterface, interfaceCount, positions(sorted.length)),
    exposed,
  };
}

/** First exposure of a field in the sorted columns; the others follow. */
export function firstExposure(exposures: ExposureColumns, field: number): number {
  let low = 0;
  let high = exposures.field.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (exposures.field[middle]! < field) low = middle + 1;
    else high = middle;
  }
  return low;
}
