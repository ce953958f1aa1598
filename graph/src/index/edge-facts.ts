import { datasetId, fieldId } from './build-catalogue.js';
import { attributesOf, datasetOfVertex, fieldCount, type IndexData } from './data.js';
import { decodeEdge } from './edge-code.js';
import { idAt } from './id-table.js';
import type { LineageEdgeFacts, VertexRef } from './types.js';

/** A field or hub as people see it: a hub is its dataset. */
export function vertexRef(data: IndexData, vertex: number): VertexRef {
  if (vertex < fieldCount(data)) return { kind: 'FIELD', id: fieldId(data, vertex) };
  return { kind: 'DATASET', id: datasetId(data, datasetOfVertex(data, vertex)) };
}

/** A FLOWS_TO edge. */
export function flowEdge(data: IndexData, edge: number, from: number, to: number): LineageEdgeFacts {
  return {
    id: idAt(data.edges.ids, edge),
    from: vertexRef(data, from),
    to: vertexRef(data, to),
    role: 'FLOW',
    ...decodeEdge(attributesOf(data, edge)),
  };
}

/** Field → interface. */
export function exposesEdge(data: IndexData, exposure: number): LineageEdgeFacts {
  const { exposures } = data;
  const field = fieldId(data, exposures.field[exposure]!);
  const code = data.interfaces[exposures.interface[exposure]!]!;
  const facts = decodeEdge(exposures.attributes[exposure]!);
  const masking = facts.masking === null ? '' : `:${facts.masking}${facts.reversible ? ':REVERSIBLE' : ''}`;
  return {
    id: `exposes:${code}:${field}${masking}`,
    from: { kind: 'FIELD', id: field },
    to: { kind: 'INTERFACE', id: code },
    role: 'EXPOSES',
    ...facts,
  };
}

/** Interface → consumer. */
export function authorizesEdge(data: IndexData, authorization: number): LineageEdgeFacts {
  const facts = data.authorizations[authorization]!;
  return {
    id: `authorizes:${facts.code}`,
    from: { kind: 'INTERFACE', id: data.interfaces[facts.interface]! },
    to: { kind: 'CONSUMER', id: data.consumers[facts.consumer]! },
    role: 'AUTHORIZES',
    kind: 'DIRECT',
    subtype: null,
    masking: null,
    reversible: false,
    backflow: false,
    coarse: false,
  };
}
