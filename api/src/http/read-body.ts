import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal } from './http-error.js';

export interface BodyLimits {
  /** Bytes after inflating. */
  maxBytes: number;
  /** Whether `Content-Encoding: gzip` is taken. */
  gzip: boolean;
}

/**
 * The body as chunks, inflated. @throws HttpError 413 once it passes the limit (so a compressed bomb costs no
 * more than an honest body), 415 for other encodings, 400 for broken gzip.
 */
export async function* streamBody(request: IncomingMessage, limits: BodyLimits): AsyncGenerator<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const compressed = encoding === 'gzip' || encoding === 'x-gzip';
  if (encoding !== 'identity' && !(compressed && limits.gzip)) {
    throw refusal(415, `content encoding ${encoding} is not taken`);
  }
  const tooLarge = () => refusal(413, `the body is larger than ${limits.maxBytes} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge();

  // `pipeline` without a promise: errors of the request reach the reader through the gunzip stream.
  const source = compressed ? pipeline(request, createGunzip(), () => {}) : request;
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.maxBytes) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw refusal(400, 'the body is not whole gzip data');
    throw error;
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

/** The whole body as text. @throws HttpError as {@link streamBody}, and 400 when it is not UTF-8. */
export async function readText(request: IncomingMessage, limits: BodyLimits): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamBody(request, limits)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw refusal(400, 'the body is not UTF-8');
  }
}

/** The whole body as JSON; refuses other content types with 415. */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  requireContentType(request, /^application\/([\w.-]+\+)?json$/, 'application/json');
  const text = await readText(request, limits);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(400, `the body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** The media type without its parameters. @throws HttpError 415 when it does not match. */
export function requireContentType(request: IncomingMessage, pattern: RegExp, wanted: string): string {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!pattern.test(type)) throw refusal(415, `content type must be ${wanted}`);
  return type;
}
