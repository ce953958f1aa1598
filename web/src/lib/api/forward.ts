import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/env';
import { ACCOUNT_COOKIE, accountHeader } from './account';

/** Passes a request on to the API as the person the cookie names; 503 with a GraphQL-shaped body when it does not answer. */
export async function forward(path: string, init: RequestInit): Promise<Response> {
  const account = (await cookies()).get(ACCOUNT_COOKIE)?.value;
  try {
    return await fetch(new URL(path, env().YUANLIU_API_URL), {
      ...init,
      cache: 'no-store',
      redirect: 'manual',
      headers: { ...init.headers, ...accountHeader(account) },
    });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    return Response.json(
      { errors: [{ message: 'The API does not answer', extensions: { code: 'UNAVAILABLE' } }] },
      { status: 503, headers: { 'retry-after': '2' } },
    );
  }
}
