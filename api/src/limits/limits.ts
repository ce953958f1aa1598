/**
 * What one GraphQL request may ask for. Set so that the explorer's largest document (a dataset page with
 * its impact) uses less than half of each, and a hostile one is refused before it is validated (safety F10).
 */
export const LIMITS = {
  /** Bytes of the HTTP body. */
  bodyBytes: 256 * 1024,
  /** Characters of the document: comments and blanks cost no tokens but do cost time. */
  characters: 60_000,
  tokens: 3000,
  /** Nested fields; introspection nests deeper by nature. */
  depth: 12,
  introspectionDepth: 16,
  aliases: 30,
  directives: 30,
  /** Root fields of one operation: each may start a search of its own. */
  rootFields: 20,
  /** Fields as written: validation compares them in pairs. */
  fields: 600,
  /** Fields with every fragment spread out. */
  spreadFields: 2000,
  /** Ids that `nodes` takes. */
  ids: 500,
} as const;

/** Cost by Pothos' complexity: a field is 1, a list multiplies what is below by its page size. */
export const MAX_COST = 200_000;
/** Rows of one page of a connection. */
export const MAX_PAGE = 500;
