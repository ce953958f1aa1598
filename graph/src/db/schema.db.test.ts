import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearDatabase, testDb } from '../testing/index.js';
import { cypherRoot, splitStatements } from './query-files.js';

const db = testDb();
beforeAll(() => clearDatabase(db));
afterAll(() => db.close());

/** One line of the end state: `dataset_id UNIQUENESS NODE Dataset id`. */
function describeStatement(statement: string): string {
  const constraint =
    /^CREATE CONSTRAINT (\w+) IF NOT EXISTS FOR (\(\w+:(\w+)\)|\(\)-\[\w+:(\w+)\]-\(\)) REQUIRE \w+\.(\w+) IS UNIQUE$/.exec(
      statement,
    );
  if (constraint) {
    const [, name, , label, type, property] = constraint;
    return `${name} UNIQUE ${label ?? type} ${property}`;
  }
  const index =
    /^CREATE (FULLTEXT )?INDEX (\w+) IF NOT EXISTS FOR (?:\(\w+:([\w|]+)\)|\(\)-\[\w+:(\w+)\]-\(\)) ON (?:EACH )?[([]([^)\]]+)[)\]]/.exec(
      statement,
    );
  if (!index) throw new Error(`not understood: ${statement}`);
  const [, fulltext, name, labels, type, properties] = index;
  const names = (properties as string).split(',').map((p) => p.trim().replace(/^\w+\./, ''));
  return `${name} ${fulltext ? 'FULLTEXT' : 'RANGE'} ${(labels ?? type)?.split('|').sort().join('|')} ${names.join(',')}`;
}

it('has exactly the constraints and indexes that cypher/schema states', async () => {
  const folder = join(cypherRoot(), 'schema');
  const stated = readdirSync(folder)
    .flatMap((file) => splitStatements(readFileSync(join(folder, file), 'utf8')))
    .map(describeStatement);
  const show = async (text: string) =>
    (await db.read((tx) => tx.run(text))).records.map(
      (r) => r.toObject() as Record<string, string[] & string>,
    );
  const constraints = (await show('SHOW CONSTRAINTS')).map(
    (c) => `${c.name} UNIQUE ${c.labelsOrTypes?.join('|')} ${c.properties?.join(',')}`,
  );
  const indexes = (
    await show("SHOW INDEXES YIELD * WHERE type <> 'LOOKUP' AND owningConstraint IS NULL")
  ).map(
    (i) => `${i.name} ${i.type} ${[...(i.labelsOrTypes ?? [])].sort().join('|')} ${i.properties?.join(',')}`,
  );
  expect([...constraints, ...indexes].sort()).toEqual(stated.sort());
});
