import { createHash } from 'node:crypto';
import {
  AccessEvent,
  Authorization,
  BackflowLink,
  Consumer,
  DatasetMetadata,
  Delivery,
  Department,
  type Grade,
  Grading,
  gradeFloor,
  gradeRank,
  higherGrade,
  Interface,
  Library,
} from '@yuanliu/graph';
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlFlows } from '../../sql-flows.js';
import type { Scenario } from '../scenario.js';
import { buildChangning } from './build.js';
import { SHOWPIECE } from './namespaces.js';

const NOW = Date.parse('2026-11-23T16:00:00Z');
let scenario: Scenario;
const byKey = () => new Map(scenario.datasets.map((d) => [d.key, d]));
const fieldIds = () => new Set(scenario.datasets.flatMap((d) => d.fields.map((f) => f.id)));
const codes = (list: { code: string }[]) => new Set(list.map((x) => x.code));

beforeAll(() => {
  scenario = buildChangning(NOW);
});

describe('the Changning scenario', () => {
  test('is the same when built twice and differs from day to day only in time', () => {
    const hash = (s: Scenario) => createHash('sha256').update(JSON.stringify(s)).digest('hex');
    expect(hash(buildChangning(NOW))).toBe(hash(scenario));
    const next = buildChangning(NOW + 86_400_000);
    expect(next.datasets.map((d) => d.id)).toEqual(scenario.datasets.map((d) => d.id));
    expect(next.jobs.map((j) => j.sql)).toEqual(scenario.jobs.map((j) => j.sql));
  });

  test('has at least what the issue asks for', () => {
    const kinds = (kind: string) => scenario.departments.filter((d) => d.kind === kind).length;
    expect(kinds('DEPARTMENT')).toBeGreaterThanOrEqual(30);
    expect([kinds('SUBDISTRICT'), kinds('TOWN'), kinds('DISTRICT')]).toEqual([9, 1, 1]);
    expect(scenario.libraries.filter((l) => l.kind === 'BASE')).toHaveLength(8);
    expect(scenario.libraries.filter((l) => l.kind === 'TOPIC')).toHaveLength(15);
    expect(scenario.datasets.length).toBeGreaterThanOrEqual(90);
    expect(fieldIds().size).toBeGreaterThanOrEqual(1000);
    expect(scenario.jobs.length).toBeGreaterThanOrEqual(70);
    expect(scenario.interfaces.length).toBeGreaterThanOrEqual(25);
    expect(scenario.consumers.length).toBeGreaterThanOrEqual(30);
    expect(scenario.authorizations.length).toBeGreaterThanOrEqual(60);
    expect(scenario.links.filter((l) => l.collected !== null)).toHaveLength(10);
    expect(new Set(scenario.accounts.map((a) => a.role)).size).toBe(5);
  });

  test('holds only values that the model takes', () => {
    for (const d of scenario.datasets) {
      DatasetMetadata.parse(d);
      expect(d.title.length).toBeLessThanOrEqual(50);
      expect(d.abstract.length).toBeLessThanOrEqual(256);
    }
    for (const x of scenario.departments) Department.parse(x);
    for (const x of scenario.libraries) Library.parse(x);
    for (const x of scenario.interfaces) Interface.parse(x);
    for (const x of scenario.consumers) Consumer.parse(x);
    for (const x of scenario.authorizations) Authorization.parse(x);
    for (const x of scenario.links) BackflowLink.parse(x);
    for (const x of scenario.deliveries) Delivery.parse(x);
    for (const x of scenario.gradings) Grading.parse(x);
  });

  test('refers only to what is there, and names nothing twice', () => {
    const departments = codes(scenario.departments);
    const libraries = codes(scenario.libraries);
    const systems = codes(scenario.sourceSystems);
    const interfaces = codes(scenario.interfaces);
    const consumers = codes(scenario.consumers);
    const scenes = codes(scenario.scenes);
    const fields = fieldIds();
    const datasets = new Set(scenario.datasets.map((d) => d.id));
    const exposed = new Set(scenario.exposures.map((e) => `${e.interface} ${e.field}`));
    const missing: string[] = [];
    const need = (set: Set<string>, key: string | null, what: string) => {
      if (key !== null && !set.has(key)) missing.push(`${what} ${key}`);
    };
    for (const d of scenario.datasets) {
      need(departments, d.provider, 'provider');
      need(libraries, d.library, 'library');
      need(systems, d.source, 'source');
    }
    for (const d of scenario.departments) need(departments, d.partOf, 'partOf');
    for (const i of scenario.interfaces) {
      need(departments, i.provider, 'interface provider');
      need(scenes, i.scene, 'scene');
    }
    for (const e of scenario.exposures) need(fields, e.field, 'exposed field');
    for (const c of scenario.consumers) need(departments, c.operatedBy, 'operator');
    for (const a of scenario.authorizations) {
      need(consumers, a.consumer, 'consumer');
      need(interfaces, a.interface, 'interface');
      for (const f of a.fields) need(exposed, `${a.interface} ${f}`, 'covered field');
    }
    for (const l of scenario.links) {
      for (const id of [l.from, l.to, l.collected]) need(datasets, id, 'link end');
      need(departments, l.serves, 'served');
    }
    for (const a of scenario.accounts) need(departments, a.department, 'account department');
    expect(missing).toEqual([]);
    for (const list of [
      scenario.datasets.map((d) => d.title),
      scenario.datasets.map((d) => d.resourceCode),
      scenario.authorizations.map((a) => a.code),
      scenario.jobs.map((j) => j.name),
      scenario.gradings.map((g) => g.id),
      scenario.deliveries.map((d) => d.id),
    ]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  test('every library holds data, every unit provides some and every scene has an interface', () => {
    const held = new Set(scenario.datasets.map((d) => d.library));
    expect(scenario.libraries.filter((l) => !held.has(l.code))).toEqual([]);
    const served = new Set(scenario.interfaces.map((i) => i.scene));
    expect(scenario.scenes.filter((s) => !served.has(s.code))).toEqual([]);
  });

  test('keeps the floors of the grading rules', () => {
    for (const d of scenario.datasets) {
      for (const f of d.fields) {
        if (f.grade === null) continue;
        const least = gradeFloor(f);
        expect(gradeRank(f.grade), `${d.key}.${f.path}`).toBeGreaterThanOrEqual(gradeRank(least));
      }
      const grade = d.fields.reduce<Grade | null>((top, f) => higherGrade(top, f.grade), null);
      if (grade === null) continue;
      const least = d.sharingType === 'NOT_SHARED' ? 'L4' : d.sharingType === 'CONDITIONAL' ? 'L2' : 'L1';
      expect(gradeRank(grade), d.title).toBeGreaterThanOrEqual(gradeRank(least));
      // What is shared or opened to everybody holds nothing that harms.
      if (d.openType === 'UNCONDITIONAL') expect(gradeRank(grade), d.title).toBeLessThanOrEqual(1);
    }
    const ungraded = scenario.datasets.flatMap((d) => d.fields).filter((f) => f.grade === null);
    expect(ungraded.length).toBeGreaterThan(20);
  });

  test('closed data cite a law, conditional data a condition, and some are late', () => {
    for (const d of scenario.datasets) {
      if (d.sharingType === 'NOT_SHARED') expect(d.sharingBasis, d.title).toMatch(/《.+》第.+条|负面清单/);
      expect(d.sharingCondition, d.title).not.toBe('');
    }
    expect(new Set(scenario.datasets.map((d) => d.sharingType)).size).toBe(3);
  });

  test('the column lineage that is read from a statement names all columns of it, and no others', () => {
    const tables = byKey();
    for (const job of scenario.jobs) {
      if (job.sql === null) continue;
      const aliasOf = new Map(
        [...job.sql.matchAll(/(?:FROM|join) (\S+) ([a-z])\b/g)].map((m) => [m[2], m[1]]),
      );
      const named = new Set(
        [...job.sql.matchAll(/\b([a-z])\.([a-z_0-9]+)\b/g)].map((m) => `${aliasOf.get(m[1])}.${m[2]}`),
      );
      const stated = new Set(sqlFlows(scenario, job).map((f) => `${tables.get(f.dataset)?.name}.${f.field}`));
      expect([...stated].sort(), job.name).toEqual([...named].sort());
      expect(job.sql).toContain(`INSERT INTO ${tables.get(job.output)?.name} `);
    }
    const kinds = new Set(
      scenario.jobs.flatMap((j) =>
        sqlFlows(scenario, j).map((f) => `${f.subtype} ${f.masking ?? ''}`.trim()),
      ),
    );
    for (const kind of [
      'IDENTITY',
      'TRANSFORMATION',
      'AGGREGATION',
      'JOIN',
      'FILTER',
      'GROUP_BY',
      'WINDOW',
      'CONDITIONAL',
      'TRANSFORMATION HASH',
      'TRANSFORMATION COVER',
      'TRANSFORMATION ENCRYPT',
      'TRANSFORMATION K_ANON',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(scenario.jobs.filter((j) => j.sql === null).length).toBeGreaterThanOrEqual(3);
  });

  test('the number in 实有人口基础信息 comes from ten units and reaches them again', () => {
    const start = scenario.datasets.find(
      (d) => d.namespace === SHOWPIECE.namespace && d.name === SHOWPIECE.dataset,
    );
    expect(start?.title).toBe('实有人口基础信息');
    const idOf = byKey();
    const next = new Map<string, Set<string>>();
    const flow = (from: string, to: string) => next.set(from, (next.get(from) ?? new Set()).add(to));
    for (const j of scenario.jobs)
      for (const i of j.inputs) flow(idOf.get(i)?.id ?? '', idOf.get(j.output)?.id ?? '');
    for (const l of scenario.links) flow(l.from, l.to);
    const reach = (from: string) => {
      const seen = new Set([from]);
      for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
      return seen;
    };
    const down = reach(start?.id ?? '');
    expect(down.size).toBeGreaterThan(30);
    for (const l of scenario.links.filter((x) => x.collected !== null)) {
      expect(down.has(l.to), l.name).toBe(true);
      expect(reach(l.collected ?? '').has(l.to), l.name).toBe(true);
    }
  });

  test('two loops are late and one is broken', () => {
    const states = scenario.links.filter((l) => l.collected !== null).map((l) => l.state);
    expect(states.filter((s) => s === 'OVERDUE')).toHaveLength(2);
    expect(states.filter((s) => s === 'BROKEN')).toHaveLength(1);
  });
});

describe('access events of the scenario', () => {
  let events: AccessEvent[] = [];
  beforeAll(() => {
    events = Array.from(scenario.accessEvents());
  });

  test('are 200,000 or more in 30 days that end yesterday, each once and in order', () => {
    expect(events.length).toBeGreaterThanOrEqual(200_000);
    expect(events.length).toBeLessThan(240_000);
    expect(new Set(events.map((e) => e.eventId)).size).toBe(events.length);
    const times = events.map((e) => Date.parse(e.occurredAt));
    expect(times.every((t, i) => i === 0 || t >= (times[i - 1] ?? 0))).toBe(true);
    expect(times[0]).toBeGreaterThanOrEqual(NOW - 30 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(NOW);
    for (const e of events.slice(0, 2_000)) AccessEvent.parse(e);
  });

  test('show working hours, idle interfaces, a burst, a night reader, refusals and one over-scope use', () => {
    const hourOf = (e: AccessEvent) => new Date(Date.parse(e.occurredAt) + 8 * 3_600_000).getUTCHours();
    const night = events.filter((e) => hourOf(e) < 6);
    expect(night.length / events.length).toBeLessThan(0.12);
    const called = new Set(events.map((e) => e.interface));
    expect(scenario.interfaces.filter((i) => i.state === 'PUBLISHED' && !called.has(i.code)).length).toBe(2);
    const perDay = new Map<string, number>();
    for (const e of events.filter((x) => x.consumer === 'CS-FGJ-FW' && x.interface === 'IF-RK-002')) {
      const day = e.occurredAt.slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect(Math.max(...perDay.values())).toBeGreaterThan(4_000);
    expect(night.filter((e) => e.consumer === 'CS-GAF-RK').length).toBeGreaterThan(300);
    expect(new Set(events.map((e) => e.result))).toEqual(new Set(['OK', 'DENIED', 'ERROR']));
    const covered = new Map(scenario.authorizations.map((a) => [a.code, new Set(a.fields)]));
    const over = events.filter((e) => e.fields?.some((f) => !covered.get(e.authorization ?? '')?.has(f)));
    expect(new Set(over.map((e) => `${e.consumer} ${e.interface}`))).toEqual(
      new Set(['CS-TCB-ZS IF-QY-002']),
    );
  });
});
