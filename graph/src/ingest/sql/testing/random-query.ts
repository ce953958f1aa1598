import fc from 'fast-check';

/** A made-up script: CTEs in a chain over known tables, and an INSERT of the last one. */
export interface RandomQuery {
  ctes: RandomCte[];
  /** The tables, each with its columns. */
  schema: Record<string, string[]>;
}
interface RandomCte {
  /** Table number, or a CTE before it when `fromCte` and there is one. */
  from: number;
  fromCte: boolean;
  joined: number;
  joins: boolean;
  outputs: { form: number; first: number; second: number }[];
}

const SCHEMA: Record<string, string[]> = {
  raw_a: ['a1', 'a2', 'a3'],
  raw_b: ['b1', 'b2', 'b3'],
  raw_c: ['c1', 'c2', 'c3'],
};
const TABLES = Object.keys(SCHEMA);
export const OUTPUTS = 3;

const small = fc.nat(5);
const cte: fc.Arbitrary<RandomCte> = fc.record({
  from: small,
  fromCte: fc.boolean(),
  joined: small,
  joins: fc.boolean(),
  outputs: fc.array(fc.record({ form: small, first: small, second: small }), {
    minLength: OUTPUTS,
    maxLength: OUTPUTS,
  }),
});

export const randomQuery: fc.Arbitrary<RandomQuery> = fc.record({
  ctes: fc.array(cte, { minLength: 1, maxLength: 5 }),
  schema: fc.constant(SCHEMA),
});

const FORMS = [
  (a: string) => a,
  (a: string, b: string) => `${a} + ${b}`,
  (a: string) => `md5(${a})`,
  (a: string, b: string) => `case when ${a} > 0 then ${b} end`,
  (a: string, b: string) => `max(${a}) over (partition by ${b})`,
  (a: string) => `left(${a}, 2) || '**'`,
];

/** What a SQL text of the query calls its CTEs and aliases, and in which order independent CTEs stand. */
export interface Spelling {
  cte(index: number): string;
  alias(index: number, side: 'l' | 'r'): string;
  /** Turns the given order of CTEs into another; what one reads must stay before it. */
  order(indexes: readonly number[]): number[];
}

export const plainSpelling: Spelling = {
  cte: (i) => `q${i}`,
  alias: (i, side) => `${side}${i}`,
  order: (indexes) => [...indexes],
};

const reads = (query: RandomQuery, i: number): number | null => {
  const { fromCte, from } = query.ctes[i]!;
  return fromCte && i > 0 ? from % i : null;
};

/** Independent CTEs in reverse, as far as reading allows it. */
export function reversed(query: RandomQuery): Spelling['order'] {
  return (indexes) => {
    const placed: number[] = [];
    const place = (i: number): void => {
      if (placed.includes(i)) return;
      const before = reads(query, i);
      if (before !== null) place(before);
      placed.push(i);
    };
    for (const i of [...indexes].reverse()) place(i);
    return placed;
  };
}

export function toSql(query: RandomQuery, spelling: Spelling): string {
  const bodies = query.ctes.map((each, i) => {
    const before = reads(query, i);
    const table = TABLES[each.from % TABLES.length]!;
    const columns = before === null ? SCHEMA[table]! : ['o0', 'o1', 'o2'];
    const left = spelling.alias(i, 'l');
    const right = spelling.alias(i, 'r');
    const other = TABLES[each.joined % TABLES.length]!;
    const pick = (n: number) => `${left}.${columns[n % columns.length]}`;
    const outputs = each.outputs.map(({ form, first, second }, k) => {
      const far = each.joins ? `${right}.${SCHEMA[other]![second % 3]}` : pick(second);
      return `${FORMS[form]!(pick(first), far)} as o${k}`;
    });
    const join = each.joins ? ` join ${other} ${right} on ${pick(0)} = ${right}.${SCHEMA[other]![0]}` : '';
    const from = before === null ? table : spelling.cte(before);
    return `${spelling.cte(i)} as (select ${outputs.join(', ')} from ${from} ${left}${join})`;
  });
  const order = spelling.order(query.ctes.map((_, i) => i));
  const last = spelling.cte(query.ctes.length - 1);
  return `with ${order.map((i) => bodies[i]).join(', ')} insert into target (o0, o1, o2) select o0, o1, o2 from ${last}`;
}
