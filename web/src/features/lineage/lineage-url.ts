import { RING_ORDER, type Ring, type Side } from './lineage-types';

export type Depth = number | 'all';

/** What the address holds beside the start: with it anyone sees the same picture. */
export interface LineageView {
  /** The chosen row or box. */
  chosen: string | null;
  up: Depth;
  down: Depth;
  /** Boxes whose neighbours on one side were added, in order. */
  grown: readonly { side: Side; box: string }[];
  /** Boxes that show all their rows. */
  opened: readonly string[];
  rings: readonly Ring[];
  table: boolean;
  /** Only the path of what is chosen. */
  only: boolean;
}

/** Starts with one hop each way. */
export const START_VIEW: LineageView = {
  chosen: null,
  up: 1,
  down: 1,
  grown: [],
  opened: [],
  rings: RING_ORDER,
  table: false,
  only: false,
};

const KEYS = ['at', 'up', 'down', 'grow', 'open', 'rings', 'view', 'only'] as const;

function readDepth(text: string | null): Depth {
  if (text === 'all') return 'all';
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number >= 0 && number <= 999 ? number : 1;
}

/** Reads a view from the address; what cannot be read is as at the start. */
export function readView(params: { get(name: string): string | null }): LineageView {
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '');
  const asked = params.get('rings');
  const rings = RING_ORDER.filter((ring) => asked?.split(',').includes(ring.toLowerCase()));
  return {
    chosen: params.get('at') || null,
    up: readDepth(params.get('up')),
    down: readDepth(params.get('down')),
    grown: list('grow').flatMap((part) => {
      const side: Side | null = part.startsWith('u.') ? 'up' : part.startsWith('d.') ? 'down' : null;
      return side && part.length > 2 ? [{ side, box: part.slice(2) }] : [];
    }),
    opened: list('open'),
    rings: rings.length > 0 ? rings : RING_ORDER,
    table: params.get('view') === 'table',
    only: params.get('only') === '1',
  };
}

/** Writes a view into address parameters, leaving those of others alone; what is as at the start is left out. */
export function writeView(view: LineageView, others: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const key of KEYS) params.delete(key);
  if (view.chosen) params.set('at', view.chosen);
  if (view.up !== 1) params.set('up', String(view.up));
  if (view.down !== 1) params.set('down', String(view.down));
  if (view.grown.length > 0) {
    params.set('grow', view.grown.map(({ side, box }) => `${side === 'up' ? 'u' : 'd'}.${box}`).join(','));
  }
  if (view.opened.length > 0) params.set('open', view.opened.join(','));
  if (view.rings.length < RING_ORDER.length) params.set('rings', view.rings.join(',').toLowerCase());
  if (view.table) params.set('view', 'table');
  if (view.only) params.set('only', '1');
  return params;
}
