import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/env';
import { ACCOUNT_COOKIE, accountHeader } from './account';
import type { TypedDocumentString } from './gql/graphql';
import { send, type Variables } from './transport';

/** Asks the API from a server component, as the person the cookie names. */
export async function query<R, V>(
  document: TypedDocumentString<R, V>,
  ...[variables]: Variables<V>
): Promise<R> {
  const account = (await cookies()).get(ACCOUNT_COOKIE)?.value;
  return send(
    {
      url: new URL('/graphql', env().YUANLIU_API_URL).href,
      headers: accountHeader(account),
      signal: AbortSignal.timeout(30_000),
    },
    document,
    variables,
  );
}
