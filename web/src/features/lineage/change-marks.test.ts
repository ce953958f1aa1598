import { describe, expect, it } from 'vitest';
import { changeOf, markChanges } from './change-marks';
import type { LineageModel, ModelEdge } from './lineage-model';

const edge = (id: string, part: Partial<ModelEdge> = {}): ModelEdge => ({
  id,
  from: { box: 'a', row: null },
  to: { box: 'b', row: null },
  kind: 'DIRECT',
  reversible: false,
  backflow: false,
  coarse: false,
  role: 'FLOW',
  ...part,
});
const modelOf = (...edges: ModelEdge[]): LineageModel => ({
  start: 'a',
  boxes: new Map(),
  rows: new Map(),
  edges,
});

describe('changes between two days', () => {
  it('mark edges, and draw one that changed only as it is later', () => {
    const model = modelOf(edge('same'), edge('new'), edge('gone'), edge('before'), edge('after'));
    const changes = {
      of: new Map([
        ['new', 'ADDED'],
        ['gone', 'REMOVED'],
        ['after', 'CHANGED'],
      ] as const),
      earlier: new Set(['before']),
    };
    expect(markChanges(model, changes).edges.map(({ id, change }) => [id, change])).toEqual([
      ['same', undefined],
      ['new', 'ADDED'],
      ['gone', 'REMOVED'],
      ['after', 'CHANGED'],
    ]);
  });

  it('of a line for many edges are their common one, else that something changed', () => {
    expect(changeOf([edge('1', { change: 'ADDED' }), edge('2', { change: 'ADDED' })])).toBe('ADDED');
    expect(changeOf([edge('1', { change: 'ADDED' }), edge('2')])).toBe('CHANGED');
    expect(changeOf([edge('1'), edge('2')])).toBeUndefined();
  });

  it('are seen through what filters hide', () => {
    const hidden = edge('way', { contracted: 1, via: [edge('1', { change: 'REMOVED' }), edge('2')] });
    expect(changeOf([hidden])).toBe('CHANGED');
  });
});
