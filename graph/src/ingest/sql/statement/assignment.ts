import { as, type Ident, type Node, nodeAt } from '../ast.js';
import { pathOf } from '../resolve/evaluate.js';

export interface Assignment {
  path: Ident[];
  node: Node;
}

/** `a = expression` in the lists of MERGE and ON CONFLICT. */
export const assignmentsOf = (nodes: readonly Node[]): Assignment[] =>
  nodes.flatMap((node) => {
    const eq = as(node, 'eq');
    const left = eq && nodeAt(eq, 'left');
    const right = eq && nodeAt(eq, 'right');
    const path = left && pathOf(left);
    return path && right ? [{ path, node: right }] : [];
  });
