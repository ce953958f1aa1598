import type { SeedDataset, SeedFlow, SeedJob } from '../scenario.js';

/**
 * One processing step, written down once; its SQL and its column lineage are both made from this, so they agree.
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

type Part = Pick<SeedFlow, 'type' | 'subtype' | 'masking' | 'description'> & {
  alias: string;
  column: string;
};

const MACROS: Record<string, { sql: (x: string) => string; masking: string | null; note: string }> = {
  HASH: { sql: (x) => `sm3(concat(${x}, :salt))`, masking: 'HASH', note: 'SM3 加盐摘要，可作关联键' },
  COVER_ID: {
    sql: (x) => `concat(left(${x}, 6), '********', right(${x}, 4))`,
    masking: 'COVER',
    note: '保留前 6 后 4 位',
  },
  COVER_NAME: { sql: (x) => `concat(left(${x}, 1), '**')`, masking: 'COVER', note: '保留姓氏' },
  COVER_PHONE: {
    sql: (x) => `concat(left(${x}, 3), '****', right(${x}, 4))`,
    masking: 'COVER',
    note: '保留前 3 后 4 位',
  },
  GENERAL_ADDR: {
    sql: (x) => `regexp_replace(${x}, '[0-9]+(号|弄|室|幢).*$', '')`,
    masking: 'K_ANON',
    note: '概化到路名',
  },
  ENCRYPT: { sql: (x) => `sm4_encrypt(${x}, :key)`, masking: 'ENCRYPT', note: 'SM4 加密，可还原' },
  AGE: {
    sql: (x) => `floor(months_between(current_date, ${x}) / 12)`,
    masking: null,
    note: '由出生日期计算',
  },
  AGE_BAND: {
    sql: (x) => `concat(floor(months_between(current_date, ${x}) / 120) * 10, '+')`,
    masking: 'K_ANON',
    note: '概化为十岁一段',
  },
};
const REF = /\b([a-z])\.([a-z_][a-z_0-9]*)\b/g;
const AGGREGATE = /\b(count|sum|avg|max|min|listagg)\s*\(/;

function refs(text: string): { alias: string; column: string }[] {
  const found = new Map<string, { alias: string; column: string }>();
  for (const [whole, alias, column] of text.matchAll(REF))
    found.set(whole, { alias: alias!, column: column! });
  return [...found.values()];
}

/** Parts of `text` between a keyword and the next of `ends`, and what is left without them. */
function takeOut(text: string, pattern: RegExp): { taken: string; rest: string } {
  let taken = '';
  const rest = text.replaceAll(pattern, (whole) => {
    taken += ` ${whole}`;
    return ' ';
  });
  return { taken, rest };
}

function partsOf(expression: string): { sql: string; parts: Part[] } {
  const macro = /^([A-Z_]+)\((.+)\)$/.exec(expression);
  const known = macro ? MACROS[macro[1]!] : undefined;
  if (macro && known) {
    const inner = macro[2]!;
    const description = known.masking === null ? known.note : `masking=${known.masking}; ${known.note}`;
    const parts = refs(inner).map(
      (ref): Part => ({
        ...ref,
        type: 'DIRECT',
        subtype: 'TRANSFORMATION',
        masking: known.masking,
        description,
      }),
    );
    return { sql: known.sql(inner), parts };
  }
  const windows = takeOut(expression, /\bover\s*\([^)]*\)/g);
  const conditions = takeOut(windows.rest, /\bwhen\b.*?\bthen\b/g);
  const subtype = AGGREGATE.test(expression)
    ? 'AGGREGATION'
    : /^[a-z]\.[a-z_0-9]+$/.test(expression)
      ? 'IDENTITY'
      : 'TRANSFORMATION';
  const direct = refs(conditions.rest).map(
    (ref): Part => ({ ...ref, type: 'DIRECT', subtype, masking: null, description: '' }),
  );
  const indirect = (text: string, kind: string): Part[] =>
    refs(text).map((ref) => ({ ...ref, type: 'INDIRECT', subtype: kind, masking: null, description: '' }));
  return {
    sql: expression,
    parts: [...direct, ...indirect(conditions.taken, 'CONDITIONAL'), ...indirect(windows.taken, 'WINDOW')],
  };
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
  const { sql, flows } = buildStep(
    { ...spec, select: `${spec.select.trim()}\n${spec.before.select.trim()}` },
    table,
  );
  return { ...job, before: { sql, flows, until: spec.before.until } };
}

/** SQL and column lineage of a step; of a column that is stated twice the last statement counts. */
function buildStep(spec: JobSpec, table: (key: string) => SeedDataset): SeedJob & { sql: string } {
  const out = table(spec.out);
  const aliases = new Map<string, SeedDataset>();
  const read = (key: string, alias: string): string => {
    aliases.set(alias, table(key));
    return `${printed(table(key))} ${alias}`;
  };
  const [fromKey, fromAlias] = spec.from.split(' ');
  const fromSql = read(fromKey!, fromAlias!);
  const joinConditions: string[] = [];
  const joinSql = (spec.joins ?? []).map((join) => {
    const [, kind, key, alias, on] = /^(left join|join) (\S+) (\S+) on (.+)$/.exec(join) ?? [];
    if (!kind || !key || !alias || !on) throw new Error(`${spec.name}: not a join: ${join}`);
    joinConditions.push(on);
    return `  ${kind} ${read(key, alias)} on ${on}`;
  });
  const flowOf = (part: Part, toField: string | null): SeedFlow => {
    const from = aliases.get(part.alias);
    if (!from?.fields.some((f) => f.path === part.column)) {
      throw new Error(`${spec.name}: ${part.alias}.${part.column} does not exist`);
    }
    const { type, subtype, masking, description } = part;
    return { from: { dataset: from.key, field: part.column }, toField, type, subtype, masking, description };
  };

  const stated = new Map<string, string>();
  const wholes: string[] = [];
  for (const line of spec.select.trim().split('\n')) {
    const text = line.trim();
    if (text.startsWith('*')) wholes.push(text.slice(1));
    else stated.set(text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1).trim());
  }
  const flows: SeedFlow[] = [];
  const columns = out.fields.map(({ path }) => {
    const like = wholes.find((alias) => aliases.get(alias)?.fields.some((f) => f.path === path));
    const expression = stated.get(path) ?? AUTOMATIC[path] ?? (like ? `${like}.${path}` : undefined);
    stated.delete(path);
    if (expression === undefined) throw new Error(`${spec.name}: nothing fills ${spec.out}.${path}`);
    const { sql, parts } = partsOf(expression);
    flows.push(...parts.map((part) => flowOf(part, path)));
    return `  ${sql} as ${path}`;
  });
  if (stated.size > 0) throw new Error(`${spec.name}: ${spec.out} has no ${[...stated.keys()].join(', ')}`);
  const whole = (text: string | undefined, subtype: string): SeedFlow[] =>
    refs(text ?? '').map((ref) =>
      flowOf({ ...ref, type: 'INDIRECT', subtype, masking: null, description: '' }, null),
    );
  flows.push(
    ...whole(joinConditions.join(' '), 'JOIN'),
    ...whole(spec.where, 'FILTER'),
    ...whole(spec.group, 'GROUP_BY'),
  );

  const sql = [
    `INSERT INTO ${printed(out)} (${out.fields.map((f) => f.path).join(', ')})`,
    'SELECT',
    columns.join(',\n'),
    `FROM ${fromSql}`,
    ...joinSql,
    ...(spec.where ? [`WHERE ${spec.where}`] : []),
    ...(spec.group ? [`GROUP BY ${spec.group}`] : []),
  ].join('\n');
  return {
    name: spec.name,
    title: spec.title,
    inputs: [...new Set([...aliases.values()].map((d) => d.key))],
    output: spec.out,
    sql,
    flows,
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
    flows: [],
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
