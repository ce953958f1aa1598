import type { TypedDocumentString } from './gql/graphql';
import { send } from './transport';

/** Asks the API from the browser through the same-origin proxy; the proxy adds who asks. */
export function request<R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  return send({ url: '/api/graphql', signal }, document, variables);
}
