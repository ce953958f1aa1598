import type { IncomingMessage } from 'node:http';
import { LIMITS } from '@yuanliu/graph/spreadsheet';
import { refusal } from '../http-error.js';
import { requireContentType, streamBody } from '../read-body.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A form has its own lines around the file. */
const FORM_BYTES = 64 * 1024;
const LONGEST_NAME = 120;

export interface Upload {
  bytes: Buffer;
  fileName: string;
}

/** The last part of a path, without what breaks a line or turns its direction. */
function bareName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const bare = last
    .toWellFormed()
    .replace(/[\p{C}"]/gu, '')
    .trim();
  return [...bare].slice(-LONGEST_NAME).join('') || 'upload';
}

/**
 * A file as the body of a request, or the first file of a form. Throws HttpError 413 when it is too large, 415 for
 * other types, 403 when a page of another origin sends it.
 */
export async function readUpload(request: IncomingMessage, url: URL): Promise<Upload> {
  const { origin, host } = request.headers;
  // A form may be posted by any page without being asked: it must be one of ours.
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host))
    throw refusal(403, 'files are taken from the same origin only');
  const type = requireContentType(
    request,
    /^(multipart\/form-data|text\/csv|application\/(csv|octet-stream|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))$/,
    `multipart/form-data, text/csv or ${XLSX}`,
  );
  const chunks: Buffer[] = [];
  const limits = { maxBytes: LIMITS.fileBytes + FORM_BYTES, gzip: false };
  for await (const chunk of streamBody(request, limits)) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const given = url.searchParams.get('name');
  if (type !== 'multipart/form-data') return { bytes: body, fileName: bareName(given ?? 'upload') };
  try {
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(body, { headers }).formData();
    for (const value of form.values())
      if (value instanceof File)
        return { bytes: Buffer.from(await value.arrayBuffer()), fileName: bareName(given ?? value.name) };
  } catch {
    throw refusal(400, 'the form is broken');
  }
  throw refusal(400, 'the form holds no file');
}
