/** Name of the window's event for a navigation that begins; its detail is the address. */
export const NAVIGATION_STARTS = 'yuanliu:navigation-starts';

/** Whether an address shows another page or view than the one that is open; a mark within the page does not. */
export function leadsElsewhere(target: string, open: string): boolean {
  const [to, from] = [new URL(target, open), new URL(open)];
  return to.pathname !== from.pathname || to.search !== from.search;
}
