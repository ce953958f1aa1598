import { z } from 'zod';
import { type DatasetId, EdgeOrigin, fieldIdOf } from '../../model/index.js';

/** What changes touched of what the index holds: to be read again. */
export interface Touched {
  datasets: Set<string>;
  fields: Set<string>;
  edges: Set<string>;
  /** Interfaces, exposures, consumers or authorisations: read again as a whole. */
  access: boolean;
}

export const nothingTouched = (): Touched => ({
  datasets: new Set(),
  fields: new Set(),
  edges: new Set(),
  access: false,
});

export const countTouched = ({ datasets, fields, edges, access }: Touched): number =>
  datasets.size + fields.size + edges.size + (access ? 1 : 0);

interface Change {
  kind: string;
  key: string;
  afterJson: string | null;
}

const paths = z.array(z.string()).default([]);
const FieldPaths = z.object({ added: paths, changed: paths });
const EdgeIds = z.object({ started: paths, ended: paths, moved: paths, kept: paths });
const parse = <T extends z.ZodType>(shape: T, change: Change): z.output<T> =>
  shape.parse(JSON.parse(change.afterJson ?? '{}'));

type Mark = (touched: Touched, change: Change) => void;
const dataset: Mark = ({ datasets }, { key }) => void datasets.add(key);
const edge: Mark = ({ edges }, { key }) => void edges.add(key);
const field: Mark = ({ fields }, { key }) => {
  // Grades are filed for datasets too; the index knows those of fields only.
  if (key.startsWith('fd_')) fields.add(key);
};
const access: Mark = (touched) => {
  touched.access = true;
};
const nothing: Mark = () => {};

const registered = (noun: string, mark: Mark): [string, Mark][] => [
  [`${noun}.registered`, mark],
  [`${noun}.changed`, mark],
];

/**
 * Every kind of change with what it touches of what the index is built from. A kind that is not here is one that
 * nobody thought about: then the index is built anew. A test walks all operations that write.
 */
export const CHANGE_MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ...registered('dataset', dataset),
  ['dataset.observed', dataset],
  ['dataset.held', dataset],
  ...registered('field', field),
  ...registered('grading', field),
  [
    'fields.observed',
    ({ fields }, change) => {
      // What events tell of known fields (types, texts) is not in the index.
      for (const path of parse(FieldPaths, change).added) {
        fields.add(fieldIdOf(change.key as DatasetId, path));
      }
    },
  ],
  [
    'lineage.observed',
    ({ edges }, change) => {
      const { started, ended, moved, kept } = parse(EdgeIds, change);
      for (const id of [...started, ...ended, ...moved, ...kept]) edges.add(id);
    },
  ],
  ...EdgeOrigin.options.map((origin): [string, Mark] => [`edge.${origin.toLowerCase()}`, edge]),
  ['edge.retracted', edge],
  ...registered('interface', access),
  ...registered('exposure', access),
  ...registered('consumer', access),
  ...registered('authorization', access),
  ...registered('account', nothing),
  ...registered('backflowLink', nothing),
  ...registered('delivery', nothing),
  ...registered('department', nothing),
  ...registered('library', nothing),
  ...registered('sourceSystem', nothing),
  ...registered('useScene', nothing),
  ['access.rolled-up', nothing],
  ['event.accepted', nothing],
  ['facets.observed', nothing],
  ['job.observed', nothing],
  ['run.observed', nothing],
]);

/** Kinds that leave the index as it is. */
export const QUIET_KINDS: string[] = [...CHANGE_MARKS].flatMap(([kind, mark]) =>
  mark === nothing ? [kind] : [],
);
/** Kinds whose content must be read, since their key does not tell all that they touched. */
export const DETAILED_KINDS: string[] = ['fields.observed', 'lineage.observed'];

/** Marks what a change touched; false when its kind is not known. */
export function markTouched(touched: Touched, change: Change): boolean {
  const mark = CHANGE_MARKS.get(change.kind);
  mark?.(touched, change);
  return mark !== undefined;
}
