import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import { InvalidInput, NotPermitted } from '@yuanliu/graph';
import type { Context } from './context.js';
import { refuse } from './errors.js';
import { LIMITS, MAX_COST } from './limits/limits.js';

/** How hits of a search divide by one property. */
export interface FacetShape {
  name: string;
  values: { value: string; label: string; count: number }[];
}

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: number; facets?: FacetShape[] };
  AuthScopes: { governance: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Date: { Input: string; Output: string };
  };
}

/** The one schema builder. Errors come outermost so that a refused permission becomes a member of the union. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, DataloaderPlugin, RelayPlugin, ValidationPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { defaultTypes: [], unsafelyHandleInputErrors: true },
  scopeAuth: {
    authScopes: ({ viewer }) => ({ governance: viewer.role === 'GOVERNANCE' }),
    unauthorizedError: () => new NotPermitted('this', 'only governance staff may do it'),
  },
  validation: {
    validationError: ({ issues }) =>
      new InvalidInput(
        issues.map(({ path, message }) => ({
          path: (path ?? []).map((p) => String(typeof p === 'object' ? p.key : p)).join('.'),
          message,
        })),
      ),
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    limit: { complexity: MAX_COST },
    complexityError: (_kind, { complexity, maxComplexity }) =>
      refuse('TOO_EXPENSIVE', `The query may cost ${complexity}; at most ${maxComplexity} is allowed.`),
  },
  relay: {
    cursorType: 'String',
    edgesFieldOptions: { nullable: { list: false, items: false }, description: 'The page, in order.' },
    nodeFieldOptions: { nullable: false, description: 'What the edge leads to.' },
    cursorFieldOptions: { description: 'Where this row stands; give it as `after` for what follows.' },
    pageInfoFieldOptions: { description: 'Whether more follows.' },
    nodeTypeOptions: { description: 'A thing with a global, opaque id.' },
    idFieldOptions: { description: 'Global, opaque id.' },
    pageInfoTypeOptions: { description: 'Where a page stands among all rows.' },
    hasNextPageFieldOptions: { description: 'Rows follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Rows come before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first row.' },
    endCursorFieldOptions: { description: 'Cursor of the last row; give it as `after`.' },
    nodeQueryOptions: {
      description: 'The thing with this id; null when there is none that the viewer may see.',
      args: { id: { description: 'Global id.' } },
    },
    nodesQueryOptions: {
      description: 'The things with these ids, in their order, at most 500; null where there is none.',
      args: { ids: { description: 'Global ids.' } },
      complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > LIMITS.ids) {
          throw new InvalidInput([{ path: 'ids', message: `at most ${LIMITS.ids} are taken at once` }]);
        }
        return resolveNodes(ids) as never;
      },
    },
  },
});

builder.queryType({ description: 'Everything that can be asked.' });
builder.mutationType({ description: 'Everything that can be changed.' });

builder.globalConnectionField('totalCount', (t) =>
  t.int({ description: 'All rows, not only this page.', resolve: (parent) => parent.totalCount }),
);
