import { ask, sensitiveField } from './catalogue-data';

interface Examples {
  interfaces: { edges: { node: { code: string } }[] };
  backflowLinks: { code: string; collected: { id: string } | null }[];
  datasets: { edges: { node: { id: string } }[] };
}

export interface PageOfProduct {
  name: string;
  /** Without the language. */
  path: string;
}

/** Every page and every view of a page, with things of the demonstration where one must be named. */
export async function pagesOfProduct(): Promise<PageOfProduct[]> {
  const { dataset, field } = await sensitiveField();
  const examples = await ask<Examples>(
    `{ interfaces(first: 1, sort: CALLS, descending: true) { edges { node { code } } }
       backflowLinks { code collected { id } }
       datasets(first: 2) { edges { node { id } } } }`,
  );
  const called = examples.interfaces.edges[0]?.node.code ?? '';
  const link = examples.backflowLinks.find(({ collected }) => collected)?.code ?? '';
  const id = encodeURIComponent(field);
  const home = `/datasets/${encodeURIComponent(dataset)}`;
  const compared = examples.datasets.edges.map(({ node }) => `id=${encodeURIComponent(node.id)}`).join('&');
  return [
    { name: 'overview', path: '/' },
    { name: 'catalogue', path: '/catalogue' },
    { name: 'catalogue-search', path: '/catalogue?q=zjhm' },
    { name: 'catalogue-nothing', path: '/catalogue?q=qqqqzzzz' },
    { name: 'catalogue-compare', path: `/catalogue/compare?${compared}` },
    { name: 'dataset-fields', path: home },
    ...['lineage', 'impact', 'interfaces', 'access', 'grading', 'backflow', 'changes'].map((tab) => ({
      name: `dataset-${tab}`,
      path: `${home}?tab=${tab}`,
    })),
    { name: 'lineage-start', path: '/lineage' },
    { name: 'lineage', path: `/lineage?id=${id}` },
    { name: 'lineage-chosen', path: `/lineage?id=${id}&at=${id}` },
    { name: 'lineage-table', path: `/lineage?id=${id}&view=table` },
    { name: 'impact-start', path: '/impact' },
    { name: 'impact', path: `/impact?id=${id}` },
    { name: 'impact-list', path: `/impact?id=${id}&list=ring%3ACLEARTEXT` },
    { name: 'interfaces', path: '/interfaces' },
    { name: 'interface', path: `/interfaces/${encodeURIComponent(called)}` },
    { name: 'backflow', path: '/backflow' },
    { name: 'backflow-link', path: `/backflow/${encodeURIComponent(link)}` },
    { name: 'audit-start', path: '/audit' },
    { name: 'audit', path: `/audit?id=${id}` },
    { name: 'admin', path: '/admin' },
    { name: 'registration', path: '/admin/import' },
    { name: 'sql', path: '/admin/sql' },
    { name: 'missing', path: '/nothing/here' },
  ];
}

/** The page's address in a language. */
export const inLanguage = (prefix: '' | '/en', path: string) =>
  path === '/' ? prefix || '/' : `${prefix}${path}`;
