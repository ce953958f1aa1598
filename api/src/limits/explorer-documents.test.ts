import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  concatAST,
  type DocumentNode,
  isEnumType,
  isInputObjectType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  separateOperations,
  type TypeNode,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { globalId } from '../ids.js';
import { schema } from '../schema.js';
import { LIMITS, MAX_COST } from './limits.js';
import { parseWithinLimits } from './limits-plugin.js';

const web = join(import.meta.dirname, '../../../web/src');
const documents = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => parse(readFileSync(join(web, name), 'utf8')));

/** Each operation of the explorer with the fragments it uses, as the explorer sends it. */
const operations: [string, DocumentNode][] = Object.entries(separateOperations(concatAST(documents)));

/** A value for each variable; pages as large as an explorer asks for. */
function variablesOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const sampleOf = (type: TypeNode, name: string): unknown => {
    if (type.kind === Kind.NON_NULL_TYPE) return sampleOf(type.type, name);
    if (type.kind === Kind.LIST_TYPE)
      return name === 'ids' ? Array(LIMITS.ids).fill(globalId('Dataset', 'ds_0')) : [];
    if (type.name.value === 'Boolean') return true;
    if (type.name.value === 'Int') return name === 'first' ? 100 : 1;
    const known = schema.getType(type.name.value);
    if (isEnumType(known)) return known.getValues()[0]?.name;
    if (isInputObjectType(known)) {
      const required = Object.values(known.getFields()).filter(isRequiredInputField);
      return Object.fromEntries(
        required.map((field) => [field.name, sampleOf(parseType(String(field.type)), field.name)]),
      );
    }
    return {
      ID: 'x',
      String: 'x',
      Boolean: true,
      Date: '2026-01-01',
      DateTime: '2026-01-01T00:00:00Z',
    }[type.name.value];
  };
  return Object.fromEntries(
    (operation.variableDefinitions ?? [])
      .filter((d) => d.type.kind === Kind.NON_NULL_TYPE || d.variable.name.value === 'first')
      .filter((d) => d.defaultValue === undefined)
      .map((d) => [d.variable.name.value, sampleOf(d.type, d.variable.name.value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

describe("the explorer's own documents", () => {
  it('are found', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it.each(operations)('%s fits the schema and every limit', (_name, document) => {
    expect(validate(schema, document)).toEqual([]);
    expect(() => parseWithinLimits(print(document))).not.toThrow();
    const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
    if (operation?.operation !== 'query') return;
    const { complexity } = complexityFromQuery(document, { schema, variables: variablesOf(operation) });
    expect(complexity).toBeLessThanOrEqual(MAX_COST);
  });
});
