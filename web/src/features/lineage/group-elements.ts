import { GRADES, metrics } from '@/ui/tokens';
import { aggregate } from './group-view';
import type { LineageModel, ModelBox } from './lineage-model';
import type { Elements, Shape } from './to-elements';

export type GroupBy = 'department' | 'library';

/** What a group box stands for. */
export interface GroupFacts {
  key: string;
  datasets: number;
  interfaces: number;
  consumers: number;
  fields: number;
  /** Ids of the boxes and rows in it. */
  members: ReadonlySet<string>;
}

/** Words for boxes that belong to no department or library. */
export interface GroupWords {
  noDepartment: string;
  noLibrary: string;
  interfaces: string;
  consumers: string;
}

/** Id of a group's box in the picture. */
export const groupId = (key: string): string => `group:${key}`;

/** To which group a box belongs: interfaces and consumers lie in no library and make groups of their own. */
export function groupOf(box: ModelBox, by: GroupBy, words: GroupWords): { key: string; name: string } {
  if (by === 'department') {
    const key = box.departmentCode ?? '';
    return { key: key || '-', name: box.departmentName ?? (key || words.noDepartment) };
  }
  if (box.kind === 'INTERFACE') return { key: '-interfaces', name: words.interfaces };
  if (box.kind === 'CONSUMER') return { key: '-consumers', name: words.consumers };
  const key = box.libraryCode ?? '';
  return { key: key || '-', name: box.libraryName ?? (key || words.noLibrary) };
}

export interface Grouped extends Elements {
  /** Opened groups, each with the boxes that it shows. */
  areas: { key: string; name: string; members: Shape[] }[];
}

/** The strictest grade of all. */
function strictest(boxes: readonly ModelBox[]): ModelBox['grade'] {
  const present = new Set(boxes.map(({ grade }) => grade));
  return GRADES.find((grade) => present.has(grade)) ?? null;
}

function groupShape(key: string, name: string, members: readonly Shape[]): Shape {
  const boxes = members.map(({ box }) => box);
  const count = (kind: ModelBox['kind']) => boxes.filter((box) => box.kind === kind).length;
  const ids = boxes.flatMap((box) => [box.id, ...box.rows.map((row) => row.id)]);
  return {
    id: groupId(key),
    box: {
      id: groupId(key),
      kind: 'DATASET',
      label: name,
      name: key,
      departmentCode: null,
      departmentName: null,
      layer: null,
      libraryCode: null,
      libraryName: null,
      grade: strictest(boxes),
      personalInfo: boxes.some((box) => box.personalInfo === 'SENSITIVE') ? 'SENSITIVE' : 'NONE',
      state: null,
      fieldCount: null,
      rows: [],
      hiddenUp: 0,
      hiddenDown: 0,
      linkedUp: 0,
      linkedDown: 0,
      ring: null,
      distance: null,
    },
    rows: [],
    more: 0,
    opened: false,
    compact: true,
    width: metrics.boxWidth,
    height: metrics.group,
    group: {
      key,
      datasets: count('DATASET'),
      interfaces: count('INTERFACE'),
      consumers: count('CONSUMER'),
      fields: boxes.reduce((sum, box) => sum + (box.kind === 'DATASET' ? box.rows.length : 0), 0),
      members: new Set(ids),
    },
  };
}

/**
 * The picture as groups: a box for each closed group, titles for the boxes of an opened one, and one line each way between
 * any two, as wide as it has edges. Every box is in exactly one group, every edge in exactly one line. Pure.
 */
export function groupElements(
  { shapes, lines }: Elements,
  by: GroupBy,
  opened: ReadonlySet<string>,
  words: GroupWords,
): Grouped {
  const groups = new Map<string, { name: string; members: Shape[] }>();
  for (const shape of shapes) {
    const { key, name } = groupOf(shape.box, by, words);
    const group = groups.get(key);
    if (group) group.members.push(shape);
    else groups.set(key, { name, members: [shape] });
  }
  const owner = new Map<string, string>();
  const result: Shape[] = [];
  const areas: Grouped['areas'] = [];
  for (const [key, { name, members }] of groups) {
    if (!opened.has(key)) {
      result.push(groupShape(key, name, members));
      for (const { id } of members) owner.set(id, groupId(key));
      continue;
    }
    const small = members.map(
      (shape): Shape => ({
        ...shape,
        rows: [],
        more: 0,
        opened: false,
        compact: true,
        height: metrics.compact,
      }),
    );
    result.push(...small);
    areas.push({ key, name, members: small });
  }
  return { shapes: result, ...aggregate(lines, (box) => owner.get(box) ?? box), areas };
}

/** Whether a box, a row or its group is drawn as this shape. */
export const stands = (shape: Shape, id: string, model: LineageModel): boolean =>
  shape.group ? shape.group.members.has(id) : shape.id === (model.rows.get(id)?.boxId ?? id);
