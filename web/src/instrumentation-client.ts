import { NAVIGATION_STARTS } from './lib/navigation-starts';

/** Next calls this when a navigation begins; the frame shows it where it takes long. */
export function onRouterTransitionStart(url: string): void {
  window.dispatchEvent(new CustomEvent(NAVIGATION_STARTS, { detail: url }));
}
