import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './schema.js';

const types: GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** Every place of a type that a reader of the schema may ask about. */
function placesOf(type: GraphQLNamedType): { place: string; description: string | null | undefined }[] {
  const own = [{ place: type.name, description: type.description }];
  if (isEnumType(type)) {
    return [
      ...own,
      ...type.getValues().map((v) => ({ place: `${type.name}.${v.name}`, description: v.description })),
    ];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [...own, ...fields.map((f) => ({ place: `${type.name}.${f.name}`, description: f.description }))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const place = `${type.name}.${field.name}`;
    const args = field.args.map((a) => ({ place: `${place}(${a.name}:)`, description: a.description }));
    return [{ place, description: field.description }, ...args];
  });
  return [...own, ...fields];
}

describe('the schema', () => {
  it('is the one that is committed (else: npm run print-schema -w api)', () => {
    const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
    expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  it('describes every type, field, argument and value', () => {
    const silent = types.flatMap(placesOf).filter(({ description }) => !description?.trim());
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  it('keeps the names of the contract', () => {
    const query = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(query).toEqual(
      expect.arrayContaining([
        ...['node', 'nodes', 'viewer', 'accounts', 'catalogue', 'departments', 'department', 'libraries'],
        ...[
          'datasets',
          'dataset',
          'field',
          'interfaces',
          'interface',
          'consumers',
          'consumer',
          'backflowLinks',
        ],
        ...['search', 'lineage', 'impact', 'lineagePaths', 'edgeEvidence', 'whoAccessed', 'accessesBy'],
        ...['changes', 'ingestedEvents'],
      ]),
    );
  });
});
