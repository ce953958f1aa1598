import { createRng } from '../rng.js';

export interface Size {
  boxes: number;
  rowsPerBox: number;
  edges: number;
}

const GRADES = ['L1', 'L2', 'L3', 'L4'] as const;
const DEPARTMENTS = [
  '公安分局',
  '民政局',
  '人社局',
  '房管局',
  '区数据发展中心',
  '卫生健康委',
  '市场监管局',
  '新华路街道',
];
const LIBRARIES = ['自然人基础库', '法人基础库', '空间地理库', '证照库'];
const LAYERS = ['SOURCE', 'ODS', 'DWD', 'DWS', 'ADS'] as const;

const boxId = (box: number) => `box-${box}`;
const rowId = (box: number, row: number) => `row-${box}-${row}`;

/** Facts that a node has whatever the explorer asks of it. */
function node(id: string, kind: 'DATASET' | 'FIELD', label: string, box: number, boxes: number) {
  const department = box % DEPARTMENTS.length;
  const library = box % LIBRARIES.length;
  return {
    id,
    kind,
    label,
    name: label,
    datasetId: kind === 'FIELD' ? boxId(box) : null,
    departmentCode: `D${department}`,
    departmentName: DEPARTMENTS[department],
    libraryCode: `B${library}`,
    libraryName: LIBRARIES[library],
    layer: LAYERS[layerOf(box, boxes)],
    grade: GRADES[box % GRADES.length],
    personalInfo: box % 3 === 0 ? 'SENSITIVE' : 'NONE',
    distance: 1,
    ring: box % 5 === 0 ? 'MASKED' : 'CLEARTEXT',
    viaBackflow: false,
    coarse: false,
    upstreamCount: 3,
    downstreamCount: 3,
    fieldCount: kind === 'DATASET' ? 24 : null,
    state: null,
  };
}

const layerOf = (box: number, boxes: number) => Math.floor((box / boxes) * LAYERS.length);

/**
 * An answer of `lineage` of a given size as the API would give it: five layers of datasets, edges between rows of
 * neighbouring layers, each box joined to one before it. Same size, same picture. Holds more facts than are asked for.
 */
export function syntheticLineage({ boxes, rowsPerBox, edges }: Size) {
  const rng = createRng(boxes);
  const datasets = Array.from({ length: boxes }, (_, box) =>
    node(boxId(box), 'DATASET', `数据集 ${box}`, box, boxes),
  );
  const fields = Array.from({ length: boxes * rowsPerBox }, (_, i) => {
    const box = Math.floor(i / rowsPerBox);
    return node(rowId(box, i % rowsPerBox), 'FIELD', `字段 ${box}-${i % rowsPerBox}`, box, boxes);
  });
  const perLayer = Math.ceil(boxes / LAYERS.length);
  const ends = (n: number): [number, number] => {
    const to = n < boxes - perLayer ? perLayer + n : perLayer + rng.below(boxes - perLayer);
    return [Math.max(0, to - 1 - rng.below(perLayer)), to];
  };
  const lines = Array.from({ length: edges }, (_, n) => {
    const [from, to] = ends(n);
    return {
      id: `edge-${n}`,
      from: rowId(from, rng.below(rowsPerBox)),
      to: rowId(to, rng.below(rowsPerBox)),
      kind: n % 6 === 0 ? 'INDIRECT' : 'DIRECT',
      subtype: 'IDENTITY',
      masking: n % 9 === 0 ? 'HASH' : null,
      reversible: false,
      backflow: false,
      coarse: false,
      role: 'FLOW',
      cadence: null,
      backflowLink: null,
    };
  });
  const start = fields[Math.floor(boxes / 2) * rowsPerBox];
  return {
    lineage: {
      start,
      nodes: fields,
      datasets,
      edges: lines,
      completeness: {
        complete: true,
        reason: null,
        snapshotVersion: 1,
        latestVersion: 1,
        hiddenNodes: 0,
        visitedFields: fields.length,
        visitedEdges: lines.length,
        digest: '',
      },
      upstreamTotal: fields.length,
      downstreamTotal: fields.length,
    },
  };
}
