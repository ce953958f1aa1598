import { refusal } from './http-error.js';

/** A route with names in its path: each `*` of `path` is one percent-encoded part. */
export interface PathPattern<R> {
  path: string;
  route: R;
}

export interface FoundRoute<R> {
  /** The path or the pattern: what numbers are counted under. */
  path: string;
  route: R;
  /** What stood for the `*`, decoded. */
  parts: readonly string[];
}

/** The route of a path; null when there is none. @throws HttpError 400 for a part that is not well encoded */
export function findRoute<R>(
  routes: Readonly<Record<string, R>>,
  patterns: readonly PathPattern<R>[],
  pathname: string,
): FoundRoute<R> | null {
  const exact = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  if (exact !== undefined) return { path: pathname, route: exact, parts: [] };
  const given = pathname.split('/');
  for (const { path, route } of patterns) {
    const wanted = path.split('/');
    if (wanted.length !== given.length) continue;
    if (!wanted.every((part, i) => part === '*' || part === given[i])) continue;
    return {
      path,
      route,
      parts: wanted.flatMap((part, i) => (part === '*' ? [decode(given[i] ?? '')] : [])),
    };
  }
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal(400, 'a part of the path is not well encoded');
  }
}
