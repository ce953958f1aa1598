import type { AuditParams } from './audit-params';

/** The file of an answer: who read a thing (all rings, each row with its own), or what a consumer read. */
export function exportHref(kind: 'csv' | 'xlsx', params: AuditParams, locale: string): string {
  const subject: [string, string] =
    params.mode === 'who' ? ['id', params.id ?? ''] : ['consumer', params.consumer ?? ''];
  const search = new URLSearchParams([subject, ['from', params.from], ['to', params.to], ['locale', locale]]);
  return `/export/${params.mode === 'who' ? 'access' : 'accesses-by'}.${kind}?${search}`;
}
