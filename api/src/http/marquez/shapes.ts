import type { Dataset, Field, Job, JobLink, Run, RunState } from '@yuanliu/graph';

/** Answers in the form of Marquez' API 0.50, which its web and clients read. */
export interface NodeName {
  namespace: string;
  name: string;
}

/** `dataset:NAMESPACE:NAME`, `job:NAMESPACE:NAME`. */
export const nodeIdOf = (type: 'dataset' | 'job', { namespace, name }: NodeName): string =>
  `${type}:${namespace}:${name}`;

/** The ways to read a node id: a namespace (`postgres://host:5432`) and a name may have colons, so each may be the border. */
export function readNodeId(text: string): { type: 'dataset' | 'job'; names: NodeName[] } | null {
  const match = /^(dataset|job):(.+)$/s.exec(text);
  if (match === null) return null;
  const rest = match[2] as string;
  const names: NodeName[] = [];
  for (let at = rest.lastIndexOf(':'); at > 0; at = rest.lastIndexOf(':', at - 1)) {
    const name = rest.slice(at + 1);
    if (name !== '') names.push({ namespace: rest.slice(0, at), name });
  }
  return names.length === 0 ? null : { type: match[1] as 'dataset' | 'job', names };
}

const nameOf = ({ namespace, name }: NodeName): NodeName => ({ namespace, name });

export function datasetShape(dataset: Dataset, fields: readonly Field[]) {
  const { namespace, name, abstract, createdAt, updatedAt, source } = dataset;
  return {
    id: nameOf(dataset),
    type: 'DB_TABLE',
    ...{ name, physicalName: name, namespace, createdAt, updatedAt, sourceName: source ?? 'default' },
    fields: fields.map((field) => ({
      ...{ name: field.path, type: field.type, tags: [], description: field.description || null },
    })),
    tags: [],
    lastModifiedAt: dataset.dataUpdatedAt,
    description: abstract || null,
    currentVersion: null,
    columnLineage: null,
    facets: {},
    deleted: false,
  };
}

const STATES: Record<RunState, string> = {
  ...{
    START: 'RUNNING',
    RUNNING: 'RUNNING',
    COMPLETE: 'COMPLETED',
    FAIL: 'FAILED',
    ABORT: 'ABORTED',
    OTHER: 'NEW',
  },
};

function runShape(run: Run) {
  const { id, state, startedAt, endedAt, lastEventAt } = run;
  const durationMs = startedAt && endedAt ? Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) : null;
  return {
    ...{ id: id.split('@')[0], createdAt: startedAt ?? lastEventAt, updatedAt: lastEventAt },
    ...{ nominalStartTime: null, nominalEndTime: null, state: STATES[state], startedAt, endedAt, durationMs },
    ...{ args: {}, facets: {} },
  };
}

export function jobShape(
  job: Job,
  links: readonly JobLink[],
  names: ReadonlyMap<string, NodeName>,
  run: Run | undefined,
) {
  const { namespace, name, description, createdAt, updatedAt } = job;
  const of = (role: JobLink['role']) =>
    links
      .filter((link) => link.role === role)
      .flatMap(({ dataset }) => names.get(dataset) ?? [])
      .map(nameOf);
  return {
    id: nameOf(job),
    type: 'BATCH',
    ...{ name, simpleName: name, parentJobName: null, parentJobUuid: null, createdAt, updatedAt, namespace },
    ...{ inputs: of('READS'), outputs: of('WRITES'), location: null, description: description || null },
    latestRun: run ? runShape(run) : null,
    facets: job.sql === null ? {} : { sql: { query: job.sql } },
    tags: [],
    currentVersion: null,
  };
}
