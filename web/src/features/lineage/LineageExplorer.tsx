import type { TypedDocumentString } from '@/lib/api/gql/graphql';
import { query } from '@/lib/api/server';
import type { Variables } from '@/lib/api/transport';
import { LazyWorkspace } from './LazyWorkspace';
import { type Ask, askPicture } from './lineage-requests';
import { START_VIEW } from './lineage-url';

interface Props {
  /** Id of a field, dataset, interface or consumer. */
  id: string;
  /** Inside another page, under its own head. */
  embedded?: boolean;
}

const ask: Ask = <R, V>(document: TypedDocumentString<R, V>, variables: V) =>
  query<R, V>(document, ...([variables] as unknown as Variables<V>));

/**
 * 血缘: where something comes from and where it goes. The first picture is asked for here and streamed after the page, so
 * that the browser need not ask once its scripts run; when that fails the browser asks itself and says what is wrong.
 */
export function LineageExplorer({ id, embedded = false }: Props) {
  const { up: depth, rings } = START_VIEW;
  const question = { id, direction: 'BOTH', depth, rings, asOf: null } as const;
  const first = askPicture(question, ask).catch(() => undefined);
  return <LazyWorkspace id={id} embedded={embedded} first={first} />;
}
