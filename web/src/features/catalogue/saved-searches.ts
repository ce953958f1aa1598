import { z } from 'zod';

const KEY = 'yuanliu.catalogue.saved';
const MOST = 50;

const Saved = z.array(
  // Only addresses of the catalogue: what a store holds is input like any other.
  z.object({
    name: z.string().min(1).max(60),
    href: z
      .string()
      .regex(/^\/catalogue(\?|$)/)
      .max(4_000),
  }),
);
export type SavedSearch = z.infer<typeof Saved>[number];

/** The saved searches in a store; none when it holds nothing that makes sense. */
export function readSaved(store: Pick<Storage, 'getItem'>): SavedSearch[] {
  try {
    return Saved.catch([]).parse(JSON.parse(store.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** Keeps them, the newest first; a store that is full or closed changes nothing. */
export function writeSaved(store: Pick<Storage, 'setItem'>, saved: readonly SavedSearch[]): void {
  try {
    store.setItem(KEY, JSON.stringify(saved.slice(0, MOST)));
  } catch {
    // Private windows may refuse; the list then lasts as long as the page.
  }
}
