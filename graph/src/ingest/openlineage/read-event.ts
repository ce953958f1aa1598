import { RunState } from '../../model/index.js';
import { canonicalJson, nestsDeeperThan, sha256 } from './canonical-json.js';
import type { EventFacts, EventIssue, StatedDataset, StatedJob } from './event-facts.js';
import { isDeletedFacet, RawEvent, type RawJob } from './event-shapes.js';
import { parseEventTime } from './event-time.js';
import { LIMITS } from './limits.js';
import { bareDataset, gatherFindings, keyOf, mergeDatasets, readDataset } from './read-datasets.js';
import { readFacets } from './read-facets.js';
import { type OutputEntry, readStatements, sourcesOf } from './read-statements.js';

export type EventReading = { ok: true; facts: EventFacts } | { ok: false; refused: RefusedEvent };

/** An event that is not taken, with what can be told of it. */
export interface RefusedEvent {
  digest: string;
  body: string;
  faults: EventIssue[];
  kind: EventFacts['kind'] | 'UNKNOWN';
  job: string | null;
}

/**
 * Reads one OpenLineage run, dataset or job event (spec 2-0-2 and older), as tolerant of form as real producers
 * need (stack §1.3), and says every fault with its path at once. Pure: JSON value in, facts or faults out.
 */
export function readEvent(event: unknown): EventReading {
  const refuse = (body: string, faults: EventIssue[]): EventReading => ({
    ok: false,
    refused: { digest: sha256(body), body, faults, ...guessIdentity(event) },
  });
  if (nestsDeeperThan(event, LIMITS.depth)) {
    return refuse('', [{ path: 'event', message: `nests deeper than ${LIMITS.depth} levels` }]);
  }
  const body = canonicalJson(event) ?? 'null';
  if (body.length > LIMITS.eventSize) {
    return refuse(body, [{ path: 'event', message: `is larger than ${LIMITS.eventSize} bytes` }]);
  }
  const parsed = RawEvent.safeParse(event);
  if (!parsed.success) {
    return refuse(
      body,
      parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message })),
    );
  }
  const raw = parsed.data;
  const findings = gatherFindings();
  const digest = sha256(body);
  const time = parseEventTime(raw.eventTime);
  if (time === null) findings.fault('eventTime', 'is not an ISO 8601 time');
  const kind = kindOf(raw);
  if (kind === null)
    findings.fault('event', 'is no run event (run, job), dataset event (dataset) or job event (job)');
  const state = RunState.safeParse((raw.eventType ?? 'OTHER').toUpperCase()).data;
  if (kind === 'RUN' && state === undefined) {
    findings.fault('eventType', `is not one of ${RunState.options.join(', ')}`);
  }

  const entries = datasetEntries(raw, kind);
  const datasets = new Map<string, StatedDataset>();
  const add = (stated: StatedDataset) => {
    const known = datasets.get(stated.key);
    datasets.set(stated.key, known === undefined ? stated : mergeDatasets(known, stated));
  };
  for (const entry of entries) add(readDataset(entry.raw, entry.at, findings));
  const job = kind === 'DATASET' ? null : (raw.job ?? null);
  const targets = entries
    .filter((entry) => entry.role !== 'input')
    .map((entry): OutputEntry => ({ ...entry, columnLineageDeleted: deletedIn(event, entry.at) }));
  const { statements, named } = readStatements(job, targets, findings);
  const sources = sourcesOf(targets, job);
  for (const ref of [...named, ...sources]) add(bareDataset(ref));
  if (datasets.size > LIMITS.datasets) {
    findings.fault('event', `${datasets.size} datasets: more than ${LIMITS.datasets}`);
  }
  const pairs = (raw.inputs?.length ?? 0) * (raw.outputs?.length ?? 0);
  if (pairs > LIMITS.edges)
    findings.fault('outputs', `${pairs} pairs of input and output: more than ${LIMITS.edges}`);
  const facets = readFacets(event, raw, findings);
  if (findings.faults.length > 0 || time === null || kind === null) return refuse(body, findings.faults);

  const keysOf = (role: string) => entries.filter((e) => e.role === role).map((e) => keyOf(e.raw));
  return {
    ok: true,
    facts: {
      digest,
      eventTime: time.instant,
      stamp: `${time.precise}#${digest.slice(0, 16)}`,
      kind,
      run: kind === 'RUN' && raw.run && state !== undefined ? { id: raw.run.runId, state } : null,
      job: job === null ? null : readJob(job),
      datasets: [...datasets.values()],
      inputs: [...new Set([...keysOf('input'), ...(job === null ? [] : sources.map(keyOf))])],
      outputs: [...new Set([...keysOf('output'), ...(job === null ? [] : named.map(keyOf))])],
      statements,
      facets,
      notices: findings.remarks,
      body,
    },
  };
}

/** What is kept of an event that cannot be taken for reasons that are found later than in reading. */
export function refuseEvent(event: unknown, faults: EventIssue[]): RefusedEvent {
  const body = canonicalJson(event) ?? 'null';
  return { digest: sha256(body), body, faults, ...guessIdentity(event) };
}

/** Kind and job of something that may not be an event at all. */
function guessIdentity(event: unknown): Pick<RefusedEvent, 'kind' | 'job'> {
  const { run, dataset, job } = (event ?? {}) as {
    run?: unknown;
    dataset?: unknown;
    job?: { name?: unknown };
  };
  const name = typeof job?.name === 'string' ? job.name.toWellFormed().slice(0, 200) : null;
  return { kind: run ? 'RUN' : dataset ? 'DATASET' : job ? 'JOB' : 'UNKNOWN', job: name };
}

function kindOf(raw: RawEvent): EventFacts['kind'] | null {
  if (raw.run) return raw.job ? 'RUN' : null;
  if (raw.dataset) return raw.job ? null : 'DATASET';
  return raw.job ? 'JOB' : null;
}

function datasetEntries(raw: RawEvent, kind: EventFacts['kind'] | null) {
  if (kind === 'DATASET') return raw.dataset ? [{ raw: raw.dataset, at: 'dataset', role: 'dataset' }] : [];
  return [
    ...(raw.inputs ?? []).map((d, i) => ({ raw: d, at: `inputs[${i}]`, role: 'input' })),
    ...(raw.outputs ?? []).map((d, i) => ({ raw: d, at: `outputs[${i}]`, role: 'output' })),
  ];
}

/** The parsed shape leaves deleted facets out; whether one stood there is seen in the event itself. */
function deletedIn(event: unknown, at: string): boolean {
  const { dataset, outputs } = event as { dataset?: unknown; outputs?: unknown[] };
  const entry = at === 'dataset' ? dataset : outputs?.[Number(/\[(\d+)\]/.exec(at)?.[1])];
  return isDeletedFacet(
    (entry as { facets?: { columnLineage?: unknown } } | undefined)?.facets?.columnLineage,
  );
}

function readJob(raw: RawJob): StatedJob {
  const { namespace, name, facets } = raw;
  return {
    namespace,
    name,
    description: facets?.documentation?.description || null,
    sql: facets?.sql?.query ?? null,
    dialect: facets?.sql?.dialect || null,
    backflowLink: facets?.yuanliu_backflow?.link ?? null,
  };
}

/** `outputs[0].facets.schema.fields[3].name`. */
function pathOf(path: readonly PropertyKey[]): string {
  const written = path.reduce<string>(
    (before, part) =>
      typeof part === 'number'
        ? `${before}[${part}]`
        : before === ''
          ? String(part)
          : `${before}.${String(part)}`,
    '',
  );
  return written === '' ? 'event' : written;
}
