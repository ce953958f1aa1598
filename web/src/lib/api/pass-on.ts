import 'server-only';

const KEPT = ['content-type', 'content-disposition', 'x-request-id', 'retry-after'];

/** An answer of the API for the browser: its body as it comes, its headers but for those of the way. */
export function passOn(answer: Response): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const name of KEPT) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
