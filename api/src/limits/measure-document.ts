import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { LIMITS } from './limits.js';

interface Measure {
  depth: number;
  /** Fields with fragments spread out; saturates, so that doubling fragments cannot overflow. */
  fields: number;
}

/**
 * Measures a parsed document in one pass, each fragment once, and names the first limit that it breaks;
 * null when it keeps all. Runs before validation, whose own work grows with the square of the fields.
 */
export function measureDocument(document: DocumentNode): string | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of document.definitions)
    if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);
  const written = { fields: 0, aliases: 0, directives: 0 };
  const done = new Map<string, Measure>();
  const open = new Set<string>();
  let cyclic = false;

  function measure(set: SelectionSetNode): Measure {
    const sum: Measure = { depth: 0, fields: 0 };
    for (const selection of set.selections) {
      written.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        add(sum, measureFragment(selection.name.value), 0);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(sum, measure(selection.selectionSet), 0);
      } else {
        written.fields += 1;
        if (selection.alias) written.aliases += 1;
        add(sum, selection.selectionSet ? measure(selection.selectionSet) : { depth: 0, fields: 0 }, 1);
      }
    }
    return sum;
  }

  function measureFragment(name: string): Measure {
    const known = done.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return { depth: 0, fields: 0 }; // validation names the unknown fragment
    if (open.has(name)) {
      cyclic = true;
      return { depth: 0, fields: 0 };
    }
    open.add(name);
    written.directives += fragment.directives?.length ?? 0;
    const result = measure(fragment.selectionSet);
    open.delete(name);
    done.set(name, result);
    return result;
  }

  let depth = 0;
  let depthAllowed: number = LIMITS.depth;
  let spread = 0;
  let roots = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) measureFragment(definition.name.value);
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    written.directives += definition.directives?.length ?? 0;
    const result = measure(definition.selectionSet);
    depth = Math.max(depth, result.depth);
    spread = Math.min(spread + result.fields, Number.MAX_SAFE_INTEGER);
    roots = Math.max(roots, definition.selectionSet.selections.length);
    if (isIntrospection(definition.selectionSet)) depthAllowed = LIMITS.introspectionDepth;
  }
  if (cyclic) return 'A fragment spreads itself.';
  if (depth > depthAllowed) return `The query nests ${depth} deep; at most ${depthAllowed} is allowed.`;
  if (written.aliases > LIMITS.aliases) return over('aliases', written.aliases, LIMITS.aliases);
  if (written.directives > LIMITS.directives)
    return over('directives', written.directives, LIMITS.directives);
  if (written.fields > LIMITS.fields) return over('fields', written.fields, LIMITS.fields);
  if (spread > LIMITS.spreadFields)
    return over('fields with its fragments spread out', spread, LIMITS.spreadFields);
  if (roots > LIMITS.rootFields) return over('root selections', roots, LIMITS.rootFields);
  return null;
}

function add(sum: Measure, part: Measure, level: number): void {
  sum.depth = Math.max(sum.depth, part.depth + level);
  sum.fields = Math.min(sum.fields + part.fields + level, Number.MAX_SAFE_INTEGER);
}

const isIntrospection = (set: SelectionSetNode): boolean =>
  set.selections.every((s) => s.kind === Kind.FIELD && ['__schema', '__type'].includes(s.name.value));

const over = (what: string, found: number, allowed: number): string =>
  `The query has ${found} ${what}; at most ${allowed} are allowed.`;
