import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintCypherQuery } from '@neo4j-cypher/language-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypherRoot, definedQueries, listQueryFiles, readQuery } from './db/index.js';
import './graph.js';
import './lineage/verify-impact/queries.js';
import { clearDatabase, testDb } from './testing/index.js';

const db = testDb();
beforeAll(() => clearDatabase(db));
afterAll(() => db.close());

interface Plan {
  operatorType: string;
  children: Plan[];
}
const operatorsOf = (plan: Plan): string[] => [
  plan.operatorType.replace(/@.*/, ''),
  ...plan.children.flatMap(operatorsOf),
];

const files = listQueryFiles();
const queries = new Map(definedQueries().map((query) => [query.file, query]));

it('binds each file exactly once and no file that does not exist', () => {
  expect(
    definedQueries()
      .map((query) => query.file)
      .sort(),
  ).toEqual(files);
});

describe.each(files)('%s', (file) => {
  const text = readQuery(file);

  it('has a header with params, returns and index', () => {
    const header = readFileSync(join(cypherRoot(), 'queries', `${file}.cypher`), 'utf8');
    for (const part of ['params', 'returns', 'index'])
      expect(header).toMatch(new RegExp(`^// ${part}: `, 'm'));
  });

  it('takes exactly the parameters of its schema', () => {
    const used = new Set([...text.matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect([...used].sort()).toEqual(Object.keys(queries.get(file)?.params.shape ?? {}).sort());
  });

  it('is one statement that the linter accepts', () => {
    const parameters = Object.fromEntries(
      Object.keys(queries.get(file)?.params.shape ?? {}).map((k) => [k, null]),
    );
    const { diagnostics } = lintCypherQuery(text, { parameters });
    // Severity 1 is an error; warnings speak of an unknown schema, which is not given here.
    expect(diagnostics.filter((d) => d.severity === 1).map((d) => d.message)).toEqual([]);
  });

  it('plans on the server without scanning all nodes and without a cartesian product', async () => {
    const session = db.driver.session();
    try {
      const result = await session.run(`EXPLAIN ${text}`);
      const plan = result.summary.plan as Plan | false;
      const operators = plan === false ? [] : operatorsOf(plan);
      expect(operators.filter((o) => /^(AllNodesScan|CartesianProduct)$/.test(o))).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
