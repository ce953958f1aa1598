import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const EVERY_MS = 500;

const count = z.number().int();
const Summary = z.object({ created: count, changed: count, unchanged: count });
const Report = z.looseObject({
  written: z.boolean(),
  fatal: z.boolean(),
  format: z.string().nullable(),
  rows: count,
  refusedRows: count,
  faults: count,
  notices: count,
  datasets: Summary,
  fields: Summary,
  gradings: Summary,
  edges: Summary,
  list: z.array(z.object({ place: z.string(), what: z.string(), todo: z.string(), notice: z.boolean() })),
});
const Job = z.looseObject({
  token: z.string(),
  state: z.enum(['CHECKING', 'CHECKED', 'WRITING', 'WRITTEN', 'REFUSED', 'FAILED']),
  report: Report.nullable(),
});
type Job = z.infer<typeof Job>;
export type ImportedFile = { state: Job['state']; report: z.infer<typeof Report> };

const Refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

export interface ImportOptions {
  kind: 'catalogue' | 'lineage';
  dryRun: boolean;
  keepGood: boolean;
  /** Where to put the copy with the faults marked, when there are any. */
  marked?: string | undefined;
  locale: 'zh-CN' | 'en';
}

async function ask(
  api: string,
  path: string,
  params: Record<string, string>,
  init?: RequestInit,
): Promise<Job> {
  let response: Response;
  try {
    response = await fetch(`${api}/import/${path}?${new URLSearchParams(params)}`, init);
  } catch (cause) {
    throw new Error(`nothing answers at ${api}`, { cause });
  }
  const body: unknown = await response.json();
  if (response.ok || response.status === 422) return Job.parse(body);
  const refusal = Refusal.safeParse(body);
  throw new Error(refusal.success ? refusal.data.errors[0]?.message : `the API answered ${response.status}`);
}

/** Asks until a run is over: a large file takes longer than a connection should stand. */
async function follow(api: string, job: Job, locale: string): Promise<ImportedFile & { token: string }> {
  let now = job;
  while (now.state === 'CHECKING' || now.state === 'WRITING') {
    await sleep(EVERY_MS);
    now = await ask(api, 'job', { token: now.token, locale });
  }
  if (now.report === null || now.state === 'FAILED')
    throw new Error('the import did not finish; the same file again completes it');
  return { token: now.token, state: now.state, report: now.report };
}

/**
 * Sends a spreadsheet to be checked, and accepts it unless it is a dry run: whole when it has no fault, else its good
 * rows when they are to be kept. Throws when no answer can be had.
 */
export async function importFile(api: string, file: string, options: ImportOptions): Promise<ImportedFile> {
  const { kind, dryRun, keepGood, marked, locale } = options;
  const body = await readFile(file);
  const params = { name: basename(file), wait: 'false', locale };
  const headers = { 'content-type': 'application/octet-stream' };
  const sent = await ask(api, kind, params, { method: 'POST', headers, body });
  const checked = await follow(api, sent, locale);
  const { faults, fatal, format } = checked.report;
  if (marked !== undefined && faults > 0 && format !== null) {
    const copy = await fetch(`${api}/import/marked?${new URLSearchParams({ token: checked.token, locale })}`);
    await writeFile(marked, Buffer.from(await copy.arrayBuffer()));
  }
  if (dryRun || fatal || (faults > 0 && !keepGood)) {
    await fetch(`${api}/import/cancel?${new URLSearchParams({ token: checked.token })}`, { method: 'POST' });
    return checked;
  }
  const accepted = await ask(
    api,
    'accept',
    { token: checked.token, keepGood: String(keepGood), wait: 'false', locale },
    { method: 'POST' },
  );
  return follow(api, accepted, locale);
}

/** What was done, in lines. */
export function describeImport(file: string, { report }: ImportedFile): string[] {
  const parts = (['datasets', 'fields', 'gradings', 'edges'] as const).flatMap((part) => {
    const { created, changed, unchanged } = report[part];
    return created + changed + unchanged === 0
      ? []
      : [`${part}: ${created} added, ${changed} changed, ${unchanged} as they were`];
  });
  const refused = report.faults === 0 ? '' : `, ${report.refusedRows} refused for ${report.faults} faults`;
  return [
    `${file}: ${report.written ? 'written' : 'not written'}; ${report.rows} rows${refused}`,
    ...parts.map((part) => `  ${part}`),
  ];
}
