import { GRADES, type GradeKey } from '@/ui/tokens';
import type { LineageFilters } from './filter-model';
import type { BoxSide } from './fold-model';
import { type LineageTime, readTime, TODAY, writeTime } from './lineage-time';
import { RING_ORDER, type Ring, type Side } from './lineage-types';

export type Depth = number | 'all';

/** How boxes are put together: `auto` by their number; `none` never. */
export const GROUPINGS = ['auto', 'none', 'department', 'library'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the address holds beside the start: with it anyone sees the same picture. */
export interface LineageView extends LineageFilters, LineageTime {
  /** The chosen row or box. */
  chosen: string | null;
  up: Depth;
  down: Depth;
  /** Boxes whose neighbours on one side were added, in order. */
  grown: readonly BoxSide[];
  /** Boxes on one side of which everything was folded away. */
  folded: readonly BoxSide[];
  /** Boxes that show all their rows. */
  opened: readonly string[];
  rings: readonly Ring[];
  grouping: Grouping;
  /** Keys of groups that were opened in place. */
  groups: readonly string[];
  table: boolean;
  /** Only the path of what is chosen. */
  only: boolean;
}

export const NO_FILTERS: LineageFilters & Pick<LineageView, 'rings'> = {
  grade: null,
  departments: [],
  sensitive: false,
  noMiddle: false,
  rings: RING_ORDER,
};

/** Starts with one hop each way. */
export const START_VIEW: LineageView = {
  ...NO_FILTERS,
  ...TODAY,
  chosen: null,
  up: 1,
  down: 1,
  grown: [],
  folded: [],
  opened: [],
  grouping: 'auto',
  groups: [],
  table: false,
  only: false,
};

const KEYS = [
  ...['at', 'up', 'down', 'grow', 'fold', 'open', 'rings', 'grade', 'dept', 'pi', 'mid', 'group', 'in'],
  ...['view', 'only', 'day', 'known', 'since'],
];

function readDepth(text: string | null): Depth {
  if (text === 'all') return 'all';
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number >= 0 && number <= 999 ? number : 1;
}

const readSides = (parts: readonly string[]): BoxSide[] =>
  parts.flatMap((part) => {
    const side: Side | null = part.startsWith('u.') ? 'up' : part.startsWith('d.') ? 'down' : null;
    return side && part.length > 2 ? [{ side, box: part.slice(2) }] : [];
  });
const writeSides = (sides: readonly BoxSide[]) =>
  sides.map(({ side, box }) => `${side === 'up' ? 'u' : 'd'}.${box}`).join(',');

/** Reads a view from the address; what cannot be read is as at the start. */
export function readView(params: { get(name: string): string | null }): LineageView {
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '');
  const asked = params.get('rings');
  const rings = RING_ORDER.filter((ring) => asked?.split(',').includes(ring.toLowerCase()));
  const grade = params.get('grade');
  return {
    chosen: params.get('at') || null,
    up: readDepth(params.get('up')),
    down: readDepth(params.get('down')),
    grown: readSides(list('grow')),
    folded: readSides(list('fold')),
    opened: list('open'),
    rings: rings.length > 0 ? rings : RING_ORDER,
    grade: GRADES.includes(grade as GradeKey) ? (grade as GradeKey) : null,
    departments: list('dept'),
    sensitive: params.get('pi') === '1',
    noMiddle: params.get('mid') === '0',
    grouping: GROUPINGS.find((name) => name === params.get('group')) ?? 'auto',
    groups: list('in'),
    table: params.get('view') === 'table',
    only: params.get('only') === '1',
    ...readTime(params),
  };
}

/** Writes a view into address parameters, leaving those of others alone; what is as at the start is left out. */
export function writeView(view: LineageView, others: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const key of KEYS) params.delete(key);
  const set = (key: string, value: string | null) => value && params.set(key, value);
  set('at', view.chosen);
  set('up', view.up === 1 ? null : String(view.up));
  set('down', view.down === 1 ? null : String(view.down));
  set('grow', writeSides(view.grown));
  set('fold', writeSides(view.folded));
  set('open', view.opened.join(','));
  set('rings', view.rings.length < RING_ORDER.length ? view.rings.join(',').toLowerCase() : null);
  set('grade', view.grade);
  set('dept', view.departments.join(','));
  set('pi', view.sensitive ? '1' : null);
  set('mid', view.noMiddle ? '0' : null);
  set('group', view.grouping === 'auto' ? null : view.grouping);
  set('in', view.groups.join(','));
  set('view', view.table ? 'table' : null);
  set('only', view.only ? '1' : null);
  writeTime(view, set);
  return params;
}
