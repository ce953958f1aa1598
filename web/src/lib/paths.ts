/** Addresses of the pages, each reproducing what it shows; the language prefix is added by Link and router. */
export const paths = {
  catalogue: (params: Record<string, string> = {}) => withParams('/catalogue', params),
  compare: (ids: readonly string[]) =>
    `/catalogue/compare?${new URLSearchParams(ids.map((id) => ['id', id]))}`,
  dataset: (id: string, params: Record<string, string> = {}) =>
    withParams(`/datasets/${encodeURIComponent(id)}`, params),
  lineage: (id: string, params: Record<string, string> = {}) => withParams('/lineage', { id, ...params }),
  impact: (id: string) => withParams('/impact', { id }),
  interfaces: (params: Record<string, string> = {}) => withParams('/interfaces', params),
  interface: (code: string, params: Record<string, string> = {}) =>
    withParams(`/interfaces/${encodeURIComponent(code)}`, params),
  backflow: (params: Record<string, string> = {}) => withParams('/backflow', params),
  backflowLink: (code: string, params: Record<string, string> = {}) =>
    withParams(`/backflow/${encodeURIComponent(code)}`, params),
  audit: (params: Record<string, string> = {}) => withParams('/audit', params),
  admin: (params: Record<string, string> = {}) => withParams('/admin', params),
  registration: () => '/admin/import',
  sql: () => '/admin/sql',
};

function withParams(path: string, params: Record<string, string>): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${path}?${query}` : path;
}
