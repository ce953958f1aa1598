import { ImportJob, type Kind } from './import-job';

/** Why the API did not take a file, as a key of the words that say what to do. */
export type Refusal = 'notPermitted' | 'tooLarge' | 'wrongType' | 'gone' | 'busy' | 'failed';

const BY_STATUS: Record<number, Refusal> = {
  403: 'notPermitted',
  404: 'gone',
  409: 'gone',
  413: 'tooLarge',
  415: 'wrongType',
  503: 'busy',
};

export class ImportRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function read(status: number, text: string): ImportJob {
  // A refused import is an answer: its report says why.
  if (status !== 422 && status >= 300) throw new ImportRefused(BY_STATUS[status] ?? 'failed');
  const job = ImportJob.safeParse(safeJson(text));
  if (!job.success) throw new ImportRefused('failed');
  return job.data;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const address = (path: string, params: Record<string, string>) =>
  `/api/import/${path}?${new URLSearchParams(params)}`;

/** Sends a file to be checked; `onShare` hears how much of it is sent (0 to 1). */
export function sendFile(
  kind: Kind,
  file: File,
  locale: string,
  onShare: (share: number) => void,
): Promise<ImportJob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(kind.toLowerCase(), { wait: 'false', name: file.name, locale }));
    const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    request.setRequestHeader('content-type', TYPES[ending] ?? 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ImportRefused('failed'));
    request.onload = () => {
      try {
        resolve(read(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.send(file);
  });
}

async function ask(path: string, params: Record<string, string>, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address(path, params), init);
  } catch {
    throw new ImportRefused('failed');
  }
}

export async function readJob(token: string, locale: string): Promise<ImportJob> {
  const answer = await ask('job', { token, locale });
  return read(answer.status, await answer.text());
}

export async function acceptJob(token: string, keepGood: boolean, locale: string): Promise<ImportJob> {
  const params = { token, keepGood: String(keepGood), wait: 'false', locale };
  const answer = await ask('accept', params, { method: 'POST' });
  return read(answer.status, await answer.text());
}

/** Forgets a file; that it was forgotten already is no fault. */
export async function cancelJob(token: string): Promise<void> {
  await ask('cancel', { token }, { method: 'POST' });
}

export const markedHref = (token: string, locale: string) => address('marked', { token, locale });

export const templateHref = (kind: Kind, locale: string) =>
  `/api/template/${kind.toLowerCase()}.xlsx?${new URLSearchParams({ locale })}`;
