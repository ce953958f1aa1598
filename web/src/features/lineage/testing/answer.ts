import type { EdgeFacts, LineageAnswer, NodeFacts } from '../lineage-types';

/** A lineage answer out of short notes: `ds:a`, fields `a.x`, edges `a.x > b.y`. Random where ignored, pinned where asserted. */
export function node(facts: Partial<NodeFacts> & Pick<NodeFacts, 'id' | 'kind'>): NodeFacts {
  return {
    label: facts.id,
    name: facts.id,
    datasetId: null,
    departmentCode: 'd1',
    departmentName: '区数据局',
    layer: null,
    grade: null,
    personalInfo: 'NONE',
    distance: 0,
    ring: 'CLEARTEXT',
    viaBackflow: false,
    coarse: false,
    upstreamCount: 0,
    downstreamCount: 0,
    fieldCount: null,
    state: null,
    ...facts,
  };
}

export function edge(from: string, to: string, facts: Partial<EdgeFacts> = {}): EdgeFacts {
  return {
    id: `${from}>${to}${facts.kind ?? ''}${facts.masking ?? ''}${facts.backflow ? 'b' : ''}`,
    from,
    to,
    kind: 'DIRECT',
    subtype: 'IDENTITY',
    masking: null,
    reversible: false,
    backflow: false,
    coarse: false,
    role: 'FLOW',
    ...facts,
  };
}

export function answer(start: string, nodes: NodeFacts[], edges: EdgeFacts[]): LineageAnswer {
  return {
    start: nodes.find(({ id }) => id === start) ?? node({ id: start, kind: 'DATASET' }),
    nodes,
    edges,
    completeness: { complete: true, reason: null, snapshotVersion: 1, latestVersion: 1, hiddenNodes: 0 },
    upstreamTotal: 0,
    downstreamTotal: 0,
  };
}
