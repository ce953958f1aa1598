const NAVIGATION_STARTS = 'yuanliu:navigation-starts';

export type NavigationKind = 'push' | 'replace' | 'traverse';

/** A navigation that begins: whereto, and whether along the history. */
type NavigationStart = CustomEvent<{ address: string; kind: NavigationKind }>;

/** Tells the page of a navigation that begins. */
export function announceNavigation(address: string, kind: NavigationKind): void {
  window.dispatchEvent(new CustomEvent(NAVIGATION_STARTS, { detail: { address, kind } }));
}

/** Hears of navigations that begin until the answer is called. */
export function onNavigation(hear: (start: NavigationStart['detail']) => void): () => void {
  const listener = (event: Event) => hear((event as NavigationStart).detail);
  window.addEventListener(NAVIGATION_STARTS, listener);
  return () => window.removeEventListener(NAVIGATION_STARTS, listener);
}

/** Whether an address shows another page or view than the one that is open; a mark within the page does not. */
export function leadsElsewhere(target: string, open: string): boolean {
  const [to, from] = [new URL(target, open), new URL(open)];
  return to.pathname !== from.pathname || to.search !== from.search;
}
