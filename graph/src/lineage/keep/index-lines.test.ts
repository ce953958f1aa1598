import { expect, it } from 'vitest';
import { datasetOf, edgeOf, fieldOf } from './index-lines.js';

const EDGE =
  'ed_1\tfd_1\tds_2\tDIRECT\tAGGREGATION\tHASH\t1\t\t2026-01-01T00:00:00.000Z\t\t2026-01-02T00:00:00.000Z\t';

it('reads the values of a line, none where the text is empty', () => {
  expect(datasetOf('ds_1\tDEP\t\tODS')).toEqual({
    id: 'ds_1',
    department: 'DEP',
    library: null,
    layer: 'ODS',
  });
  expect(fieldOf('fd_1\tds_1\t')).toEqual({ id: 'fd_1', dataset: 'ds_1', grade: null });
  expect(edgeOf(EDGE)).toEqual({
    id: 'ed_1',
    from: 'fd_1',
    to: 'ds_2',
    kind: 'DIRECT',
    subtype: 'AGGREGATION',
    masking: 'HASH',
    reversible: true,
    backflow: false,
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: null,
    recordedAt: '2026-01-02T00:00:00.000Z',
    retractedAt: null,
  });
});

it.each([
  ['a value that the model does not have', () => fieldOf('fd_1\tds_1\tL9')],
  ['a kind that is missing', () => edgeOf(EDGE.replace('DIRECT', ''))],
  ['too few values', () => datasetOf('ds_1\tDEP\t')],
  ['too many values', () => edgeOf(`${EDGE}\t`)],
])('refuses %s', (_name, read) => {
  expect(read).toThrow('a bad row of the lineage');
});
