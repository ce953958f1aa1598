'use client';

import dynamic from 'next/dynamic';

/**
 * The workspace with its scripts apart. A page that only may show it, such as a dataset with its tabs, does not load
 * them: a dynamic import in a server component leaves them among the scripts of the page.
 */
export const LazyWorkspace = dynamic(() =>
  import('./LineageWorkspace').then((module) => module.LineageWorkspace),
);
