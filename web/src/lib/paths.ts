/** Addresses of the pages, each reproducing what it shows; the language prefix is added by Link and router. */
export const paths = {
  catalogue: (params: Record<string, string> = {}) => withParams('/catalogue', params),
  dataset: (id: string, params: Record<string, string> = {}) =>
    withParams(`/datasets/${encodeURIComponent(id)}`, params),
  lineage: (id: string, params: Record<string, string> = {}) => withParams('/lineage', { id, ...params }),
  impact: (id: string) => withParams('/impact', { id }),
  interface: (code: string, params: Record<string, string> = {}) =>
    withParams(`/interfaces/${encodeURIComponent(code)}`, params),
  audit: (params: Record<string, string> = {}) => withParams('/audit', params),
};

function withParams(path: string, params: Record<string, string>): string {
  const query = new URLSearchParams(params).toString();
  return query ? `${path}?${query}` : path;
}
