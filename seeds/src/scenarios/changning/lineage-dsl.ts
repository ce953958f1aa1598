import type { SeedDataset, SeedJob } from '../scenario.js';

/**
 * One processing step, written down briefly: its SQL is made from this, and its column lineage read from the SQL.
 * `select` has a line for each output column: `column = expression`; `*a` takes every output column of the same name
 * from alias `a` as it is. Macros: HASH COVER_ID COVER_NAME COVER_PHONE GENERAL_ADDR ENCRYPT AGE AGE_BAND.
 */
export interface JobSpec {
  name: string;
  title: string;
  out: string;
  /** `table alias`, then joins `left join table alias on …`. */
  from: string;
  joins?: readonly string[];
  select: string;
  where?: string;
  group?: string;
  since?: number;
  /** Columns that were made otherwise until so many days before now. */
  before?: { select: string; until: number };
}

/** A step of which only the tables are known. */
export interface CoarseJobSpec {
  name: string;
  title: string;
  out: string;
  inputs: readonly string[];
  since?: number;
}

/** Ways to mask that the SQL of many steps shares: what each hides is read from the SQL. */
const MACROS: Record<string, (x: string) => string> = {
  HASH: (x) => `sm3(concat(${x}, :salt))`,
  COVER_ID: (x) => `concat(left(${x}, 6), '********', right(${x}, 4))`,
  COVER_NAME: (x) => `concat(left(${x}, 1), '**')`,
  COVER_PHONE: (x) => `concat(left(${x}, 3), '****', right(${x}, 4))`,
  GENERAL_ADDR: (x) => `generalize_address(${x})`,
  ENCRYPT: (x) => `sm4_encrypt(${x}, :key)`,
  AGE: (x) => `floor(months_between(current_date, ${x}) / 12)`,
  AGE_BAND: (x) => `generalize_age(${x}, 10)`,
};
const REF = /\b([a-z])\.([a-z_][a-z_0-9]*)\b/g;

function sqlOf(expression: string): string {
  const [, name, inner] = /^([A-Z_]+)\((.+)\)$/.exec(expression) ?? [];
  const macro = name === undefined ? undefined : MACROS[name];
  return macro && inner !== undefined ? macro(inner) : expression;
}

const AUTOMATIC: Record<string, string> = {
  gxsj: 'current_timestamp',
  rksj: 'current_timestamp',
  scbz: "'0'",
  pch: ':batch_no',
  ywrq: ':biz_date',
  tjrq: ':biz_date',
  tjyf: ':biz_month',
};

const printed = (dataset: SeedDataset): string => dataset.name;

/** A step as it is and, where it has changed, as it was. Throws when it names a table or column that is not there. */
export function buildJob(spec: JobSpec, table: (key: string) => SeedDataset): SeedJob {
  const job = buildStep(spec, table);
  if (!spec.before) return job;
  const select = `${spec.select.trim()}\n${spec.before.select.trim()}`;
  return { ...job, before: { sql: buildStep({ ...spec, select }, table).sql, until: spec.before.until } };
}

/** SQL of a step; of a column that is stated twice the last statement counts. */
function buildStep(spec: JobSpec, table: (key: string) => SeedDataset): SeedJob & { sql: string } {
  const out = table(spec.out);
  const aliases = new Map<string, SeedDataset>();
  const read = (key: string, alias: string): string => {
    aliases.set(alias, table(key));
    return `${printed(table(key))} ${alias}`;
  };
  const [fromKey, fromAlias] = spec.from.split(' ');
  const fromSql = read(fromKey!, fromAlias!);
  const joinSql = (spec.joins ?? []).map((join) => {
    const [, kind, key, alias, on] = /^(left join|join) (\S+) (\S+) on (.+)$/.exec(join) ?? [];
    if (!kind || !key || !alias || !on) throw new Error(`${spec.name}: not a join: ${join}`);
    return `  ${kind} ${read(key, alias)} on ${on}`;
  });

  const stated = new Map<string, string>();
  const wholes: string[] = [];
  for (const line of spec.select.trim().split('\n')) {
    const text = line.trim();
    if (text.startsWith('*')) wholes.push(text.slice(1));
    else stated.set(text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1).trim());
  }
  const columns = out.fields.map(({ path }) => {
    const like = wholes.find((alias) => aliases.get(alias)?.fields.some((f) => f.path === path));
    const expression = stated.get(path) ?? AUTOMATIC[path] ?? (like ? `${like}.${path}` : undefined);
    stated.delete(path);
    if (expression === undefined) throw new Error(`${spec.name}: nothing fills ${spec.out}.${path}`);
    return `  ${sqlOf(expression)} as ${path}`;
  });
  if (stated.size > 0) throw new Error(`${spec.name}: ${spec.out} has no ${[...stated.keys()].join(', ')}`);

  const sql = [
    `INSERT INTO ${printed(out)} (${out.fields.map((f) => f.path).join(', ')})`,
    'SELECT',
    columns.join(',\n'),
    `FROM ${fromSql}`,
    ...joinSql,
    ...(spec.where ? [`WHERE ${spec.where}`] : []),
    ...(spec.group ? [`GROUP BY ${spec.group}`] : []),
  ].join('\n');
  for (const [whole, alias, column] of sql.matchAll(REF)) {
    if (aliases.get(alias!)?.fields.some((f) => f.path === column)) continue;
    throw new Error(`${spec.name}: ${whole} does not exist`);
  }
  return {
    name: spec.name,
    title: spec.title,
    inputs: [...new Set([...aliases.values()].map((d) => d.key))],
    output: spec.out,
    sql,
    since: spec.since ?? 400,
    before: null,
  };
}

/** A step of which no columns are known. */
export function buildCoarseJob(spec: CoarseJobSpec): SeedJob {
  const { name, title, out, inputs, since } = spec;
  return {
    name,
    title,
    inputs: [...inputs],
    output: out,
    sql: null,
    since: since ?? 400,
    before: null,
  };
}

/** Loading of an ODS table from its source table: a plain copy with a few cleanings. */
export function loadJob(source: SeedDataset, target: SeedDataset): JobSpec {
  const cleaned = source.fields.flatMap(({ path }) => {
    if (path === 'tyshxydm') return [`${path} = upper(trim(s.${path}))`];
    if (path.endsWith('dz') || path === 'qymc') return [`${path} = trim(s.${path})`];
    return [];
  });
  return {
    name: `ods.load_${target.key.replace(/^ods_/, '')}`,
    title: `${target.title}·入湖`,
    out: target.key,
    from: `${source.key} s`,
    select: ['*s', ...cleaned].join('\n'),
  };
}
