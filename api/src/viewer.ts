import { type Account, Code, type Department, type Graph, Unavailable, type Viewer } from '@yuanliu/graph';
import { LRUCache } from 'lru-cache';
import { refuse } from './errors.js';

/** Chooses a demonstration identity; until accounts log in, this is a choice of role, not a proof of it. */
export const ACCOUNT_HEADER = 'x-yuanliu-account';

/** Shown as the viewer while the catalogue holds no account. */
export const BUILT_IN_ACCOUNT: Account = {
  code: 'demonstration',
  name: '演示账号',
  role: 'GOVERNANCE',
  department: 'demonstration',
  synthetic: true,
};
export const BUILT_IN_DEPARTMENT: Department = {
  code: 'demonstration',
  name: '演示单位',
  shortName: '演示单位',
  kind: 'DEPARTMENT',
  partOf: null,
  areaCode: null,
  aliases: [],
};
/** Reads the accounts themselves, before there is a viewer. */
export const BUILT_IN_VIEWER: Viewer = viewerOf(BUILT_IN_ACCOUNT);

function viewerOf({ code, role, department }: Account): Viewer {
  return { account: code, role, department };
}

/** A request in ten milliseconds is common, a change of an account is not: it holds for new requests this much later. */
const KNOWN_MS = 5_000;
const MOST_KNOWN = 1_000;

/** Viewers found lately, by header: who was known stays known while the database does not answer. */
const known = new WeakMap<Graph, LRUCache<string, Viewer>>();
/** No header is a header: no account's code is empty. */
const keyOf = (header: string | null) => (header === null ? 'none' : `:${header}`);
const headerOf = (key: string) => (key === 'none' ? null : key.slice(1));

const knownViewers = (graph: Graph) =>
  new LRUCache<string, Viewer>({
    max: MOST_KNOWN,
    ttl: KNOWN_MS,
    // Whichever clock is the global one at the moment: tests turn it.
    perf: { now: () => performance.now() },
    noDeleteOnFetchRejection: true,
    fetchMethod: async (key, staleViewer, { options }) => {
      try {
        const viewer = await findViewer(graph, headerOf(key));
        // Only until there is an account, which counts at once.
        if (viewer === BUILT_IN_VIEWER) options.ttl = 1;
        return viewer;
      } catch (error) {
        if (error instanceof Unavailable && staleViewer !== undefined) return staleViewer;
        throw error;
      }
    },
  });

/** The viewer of a request, from the database or as found there lately; while it does not answer, as last found. */
export async function resolveViewer(graph: Graph, header: string | null): Promise<Viewer> {
  const viewers = known.get(graph) ?? knownViewers(graph);
  known.set(graph, viewers);
  const viewer = await viewers.fetch(keyOf(header));
  if (viewer === undefined) throw new Error('a viewer was found to be none');
  return viewer;
}

/**
 * The viewer that the account header names; without the header the first governance account, and in a
 * catalogue without accounts the built-in one. A header that is no single known code is refused.
 */
async function findViewer(graph: Graph, header: string | null): Promise<Viewer> {
  if (header === null) {
    const accounts = await graph.account.list(BUILT_IN_VIEWER);
    const governance = accounts
      .filter((a) => a.role === 'GOVERNANCE')
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const chosen = governance[0] ?? accounts[0];
    return chosen ? viewerOf(chosen) : BUILT_IN_VIEWER;
  }
  const code = readCode(header);
  const [account] = await graph.account.findMany(BUILT_IN_VIEWER, [code]);
  if (account) return viewerOf(account);
  if (code === BUILT_IN_ACCOUNT.code && (await graph.account.list(BUILT_IN_VIEWER)).length === 0)
    return BUILT_IN_VIEWER;
  throw refuse('NOT_PERMITTED', 'There is no such account.', 401);
}

/** Headers are Latin-1: a code with Chinese characters comes percent-encoded. A repeated header arrives joined by a comma, which no code has. */
function readCode(header: string): Code {
  let text = header;
  try {
    text = decodeURIComponent(header);
  } catch {
    // a stray "%" stays, and is refused below
  }
  const code = Code.safeParse(text);
  if (!code.success) throw refuse('INVALID_INPUT', 'X-Yuanliu-Account must be one account code.', 400);
  return code.data;
}
