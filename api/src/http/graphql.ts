import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LIMITS } from '../limits/limits.js';
import { readText, requireContentType } from './read-body.js';

/** Hands a POST to the GraphQL server: JSON bodies only (no form can post here), of bounded size. */
export async function answerGraphQL(
  request: IncomingMessage,
  response: ServerResponse,
  fetch: (request: Request) => Promise<Response>,
): Promise<void> {
  requireContentType(request, /^application\/json$/, 'application/json');
  const body = await readText(request, { maxBytes: LIMITS.bodyBytes, gzip: false });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = await fetch(
    new Request('http://api/graphql', {
      method: 'POST',
      headers: headersOf(request),
      body,
      signal: gone.signal,
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) await pipeline(Readable.from(answer.body as AsyncIterable<Uint8Array>), response);
  else response.end();
}

/** Headers with every repetition kept, so that a repeated identity header is seen as such. */
function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name === 'content-length' || name === 'connection' || name === 'transfer-encoding') continue;
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
