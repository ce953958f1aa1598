import type { BackflowLink, Delivery } from '@yuanliu/graph';
import { addDays, instant, shanghaiDay } from '../../calendar.js';
import { createRng, type Rng } from '../../rng.js';
import type { SeedDataset } from '../scenario.js';
import { EXCHANGE_COLUMNS } from './columns.js';
import { collectedKey, landedKey } from './datasets/subdistricts.js';
import { SUBDISTRICTS } from './departments.js';

const HOUR = 3_600_000;
const WEEKLY = new Set(['hyl', 'xxxc', 'xjz']);
const BASIS = '《上海市数据条例》第三十一条；《政务数据共享条例》：上级部门应当及时、完整回流下级数据。';

type Table = (key: string) => SeedDataset;

/** Columns that both ends have, loading columns aside. */
function mappingOf(from: SeedDataset, to: SeedDataset): BackflowLink['mapping'] {
  const loading = new Set<string>(EXCHANGE_COLUMNS);
  const landed = new Set(to.fields.map((f) => f.path));
  return from.fields
    .filter((f) => landed.has(f.path) && !loading.has(f.path))
    .map((f) => ({ from: f.path, to: f.path }));
}

interface Plan {
  code: string;
  everyDays: number;
  count: number;
  rows: number;
  /** Days from now to the last due day. */
  lastDue: number;
}

function deliver(plan: Plan, rng: Rng, now: number): Delivery[] {
  return Array.from({ length: plan.count }, (_, i): Delivery => {
    const back = plan.lastDue + (plan.count - 1 - i) * plan.everyDays;
    const due = addDays(now, -back);
    const rowsSent = Math.round(plan.rows * (1 + (i - plan.count) * 0.002 + rng.next() * 0.004));
    const rejected = Math.round(rowsSent * (0.0005 + rng.next() * 0.006));
    const sentAt = due - rng.int(26, 40) * HOUR;
    return {
      id: `${plan.code}-${String(i + 1).padStart(3, '0')}`,
      link: plan.code,
      state: 'LANDED',
      dueOn: shanghaiDay(due),
      collectedAt: instant(sentAt - rng.int(30, 120) * HOUR),
      sentAt: instant(sentAt),
      landedAt: instant(sentAt + rng.int(4, 20) * HOUR),
      rowsSent,
      rowsLanded: rowsSent - rejected,
      rowsRejected: rejected,
      note: '',
    };
  });
}

/** What went wrong at the end of three loops: one not landed yet, one landed late and in part, one broken. */
function spoil(abbr: string, deliveries: Delivery[]): Delivery[] {
  const last = deliveries.length - 1;
  return deliveries.map((d, i): Delivery => {
    if (abbr === 'zjq' && i === last) {
      const note = '已发送，落地表字段长度不符，等待街镇调整。';
      return { ...d, state: 'SENT', landedAt: null, rowsLanded: 0, rowsRejected: 0, note };
    }
    if (abbr === 'bxj' && i === last) {
      const rowsLanded = Math.round(d.rowsSent * 0.82);
      return {
        ...d,
        state: 'PARTIAL',
        landedAt: instant(Date.parse(d.sentAt ?? '') + 9 * 24 * HOUR),
        rowsLanded,
        rowsRejected: d.rowsSent - rowsLanded,
        note: '逾期落地，部分记录房屋编码无法匹配。',
      };
    }
    if (abbr === 'cjq' && i >= last - 1) {
      return {
        ...d,
        state: 'FAILED',
        landedAt: null,
        rowsLanded: 0,
        rowsRejected: d.rowsSent,
        note: '前置机证书过期，链路中断。',
      };
    }
    return d;
  });
}

function loopOf([code, name, , abbr]: (typeof SUBDISTRICTS)[number], table: Table, now: number) {
  const from = table('ods_syrk_jbxx_df');
  const to = table(landedKey(abbr));
  const weekly = WEEKLY.has(abbr);
  const linkCode = `BF-${code}`;
  const link: BackflowLink = {
    code: linkCode,
    name: `${name}人口底册返还`,
    from: from.id,
    to: to.id,
    serves: code,
    collected: table(collectedKey(abbr)).id,
    state: abbr === 'cjq' ? 'BROKEN' : abbr === 'zjq' || abbr === 'bxj' ? 'OVERDUE' : 'LANDED',
    mode: 'TABLE',
    cadence: weekly ? 'WEEKLY' : 'MONTHLY',
    mapping: mappingOf(from, to),
    regionFilter: `jzdm = '${code}'`,
    legalBasis: BASIS,
    expiresOn: shanghaiDay(addDays(now, 420)),
  };
  const late = abbr === 'zjq' ? 9 : abbr === 'bxj' ? 11 : abbr === 'cjq' ? 14 : null;
  const plan: Plan = {
    code: linkCode,
    everyDays: weekly ? 7 : 30,
    count: weekly ? 18 : 7,
    rows: to.rowCount ?? 40_000,
    lastDue: late ?? (weekly ? 3 : 12),
  };
  return { link, deliveries: spoil(abbr, deliver(plan, createRng(`backflow/${linkCode}`), now)) };
}

type Down = readonly [code: string, name: string, from: string, to: string, cadence: BackflowLink['cadence']];
/** What the city returns to the district platform; the district did not collect all of it, so these are no loops. */
const FROM_CITY: readonly Down[] = [
  ['BF-SH-SYRK', '市级实有人口区域返还', 'rk_syrk', 'ods_syrk_sjhl_di', 'DAILY'],
  ['BF-SH-RFGL', '市级人房关联区域返还', 'rf_gl', 'ods_rf_gl_df', 'DAILY'],
  ['BF-SH-CBJF', '市级社保参保缴费区域返还', 'cbjf', 'ods_sb_cbjf_mf', 'MONTHLY'],
  ['BF-SH-QYSSM', '市级企业随申码区域返还', 'qyssm', 'ods_ssm_qyssm_rt', 'DAILY'],
];

function downOf([code, name, fromKey, toKey, cadence]: Down, table: Table, now: number) {
  const from = table(fromKey);
  const to = table(toKey);
  const daily = cadence === 'DAILY';
  const plan: Plan = {
    code,
    everyDays: daily ? 1 : 30,
    count: daily ? 120 : 7,
    rows: to.rowCount ?? 100_000,
    lastDue: daily ? 1 : 20,
  };
  const link: BackflowLink = {
    code,
    name,
    from: from.id,
    to: to.id,
    serves: 'CN-SJJ',
    collected: null,
    state: 'LANDED',
    mode: 'LANDED_COPY',
    cadence,
    mapping: mappingOf(from, to),
    regionFilter: "区划 = '310105'",
    legalBasis: BASIS,
    expiresOn: shanghaiDay(addDays(now, 500)),
  };
  return { link, deliveries: deliver(plan, createRng(`backflow/${code}`), now) };
}

/** Ten loops of the sub-districts and what the city returns to the district. */
export function buildBackflow(table: Table, now: number): { links: BackflowLink[]; deliveries: Delivery[] } {
  const all = [
    ...SUBDISTRICTS.map((unit) => loopOf(unit, table, now)),
    ...FROM_CITY.map((down) => downOf(down, table, now)),
  ];
  return { links: all.map((a) => a.link), deliveries: all.flatMap((a) => a.deliveries) };
}
