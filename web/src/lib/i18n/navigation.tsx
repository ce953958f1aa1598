import { createNavigation } from 'next-intl/navigation';
import type { ComponentProps } from 'react';
import { routing } from './routing';

const { Link: LocalLink, ...rest } = createNavigation(routing);

/** Routers and paths that keep the language of the page. */
export const { redirect, usePathname, useRouter, getPathname } = rest;

/**
 * A link that keeps the language of the page. Nothing is fetched ahead: every page asks the API, lists hold hundreds
 * of links, and Next takes a view fetched ahead for another one that differs in a parameter only.
 */
export function Link(props: ComponentProps<typeof LocalLink>) {
  return <LocalLink prefetch={false} {...props} />;
}
