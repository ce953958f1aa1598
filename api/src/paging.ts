import { cursorAt, InvalidInput, type Page, skipOf } from '@yuanliu/graph';
import { MAX_PAGE } from './limits/limits.js';

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** Offset and size of the page asked for. @throws InvalidInput: a page is never cut silently. */
export function readPage({ first, after }: PageArgs, usual = 20): { offset: number; limit: number } {
  const limit = first ?? usual;
  if (limit < 0 || limit > MAX_PAGE) {
    throw new InvalidInput([{ path: 'first', message: `must be between 0 and ${MAX_PAGE}` }]);
  }
  return { offset: skipOf(after ?? null), limit };
}

/** A connection from the rows of one page and the number of all rows. */
export function connectionOf<T>(rows: readonly T[], totalCount: number, offset: number) {
  const edges = rows.map((node, i) => ({ cursor: cursorAt(offset + i), node }));
  return {
    totalCount,
    edges,
    pageInfo: {
      hasNextPage: offset + rows.length < totalCount,
      hasPreviousPage: offset > 0 && totalCount > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A connection from a page of the graph. */
export const connectionFrom = <T>({ rows, totalCount, offset }: Page<T>) =>
  connectionOf(rows, totalCount, offset);

/** What to ask the graph for one of its pages. @throws InvalidInput as {@link readPage}. */
export function pageRequest(args: PageArgs, usual?: number): { first: number; after: string | null } {
  return { first: readPage(args, usual).limit, after: args.after ?? null };
}

/** A connection over a list that is in memory as a whole. */
export function sliceOf<T>(all: readonly T[], args: PageArgs, usual?: number) {
  const { offset, limit } = readPage(args, usual);
  return connectionOf(all.slice(offset, offset + limit), all.length, offset);
}

/** Complexity of a connection: what is below costs once for each row of the page. */
export const pageCost =
  (usual = 20) =>
  (args: Pick<PageArgs, 'first'>) => ({
    field: 1,
    multiplier: Math.min(Math.max(args.first ?? usual, 1), MAX_PAGE),
  });
