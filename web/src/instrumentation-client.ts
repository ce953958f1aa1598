import { announceNavigation, type NavigationKind } from './lib/navigation-starts';

/** Next calls this when a navigation begins; the frame shows it where it takes long and scrolls back where it leads back. */
export function onRouterTransitionStart(url: string, kind: NavigationKind): void {
  announceNavigation(url, kind);
}
