import type { StatedFacet } from './event-facts.js';
import type { RawEvent } from './event-shapes.js';
import { LIMITS } from './limits.js';
import { type Findings, keyOf } from './read-datasets.js';

type Json = Record<string, unknown>;
const objectOf = (value: unknown): Json | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : null;

/** Facets that are kept in the catalogue's own terms: fields, edges, names, the job's SQL. */
const MODELLED: Readonly<Record<StatedFacet['role'], readonly string[]>> = {
  dataset: ['schema', 'columnLineage', 'lineage', 'symlinks'],
  input: [],
  output: [],
  job: ['sql', 'lineage', 'yuanliu_backflow'],
  run: [],
};
const SECRET_NAME = /pass|pwd|secret|token|credential|key/i;

/**
 * Every facet of the event that has no place of its own in the catalogue, known or not, as it came. One that its
 * producer marked `_deleted` is stated as gone. `event` is the event itself: facets are kept as they were written.
 */
export function readFacets(event: unknown, raw: RawEvent, findings: Findings): StatedFacet[] {
  const source = event as {
    run?: unknown;
    job?: unknown;
    dataset?: unknown;
    inputs?: unknown[];
    outputs?: unknown[];
  };
  const stated: StatedFacet[] = [];
  const take = (role: StatedFacet['role'], dataset: string | null, facets: unknown, at: string) => {
    const entries = Object.entries(objectOf(facets) ?? {});
    if (entries.length > LIMITS.facets) {
      findings.remark(at, `${entries.length} facets: the first ${LIMITS.facets} are kept`);
    }
    for (const [name, body] of entries.slice(0, LIMITS.facets)) {
      const facet = objectOf(body);
      if (MODELLED[role].includes(name) || facet === null) continue;
      if (name.length > LIMITS.facetName || !name.isWellFormed()) {
        findings.remark(at, 'a facet with a name that is too long or broken is not kept');
        continue;
      }
      const json = facet._deleted === true ? null : JSON.stringify(withoutSecrets(name, facet));
      if (json !== null && json.length > LIMITS.facetSize) {
        findings.remark(`${at}.${name}`, `is larger than ${LIMITS.facetSize} characters: not kept`);
      } else stated.push({ role, dataset, name, json });
    }
  };
  if (raw.run && raw.job) take('run', null, objectOf(source.run)?.facets, 'run.facets');
  if (raw.job && !raw.dataset) take('job', null, objectOf(source.job)?.facets, 'job.facets');
  if (raw.dataset) take('dataset', keyOf(raw.dataset), objectOf(source.dataset)?.facets, 'dataset.facets');
  for (const [side, role, own] of [
    ['inputs', 'input', 'inputFacets'],
    ['outputs', 'output', 'outputFacets'],
  ] as const) {
    (raw[side] ?? []).forEach((dataset, index) => {
      const entry = objectOf(source[side]?.[index]);
      take('dataset', keyOf(dataset), entry?.facets, `${side}[${index}].facets`);
      take(role, keyOf(dataset), entry?.[own], `${side}[${index}].${own}`);
    });
  }
  return stated;
}

/** Values of the environment are often passwords; who looks at a run needs their names. */
function withoutSecrets(name: string, facet: Json): Json {
  if (name !== 'environmentVariables' || !Array.isArray(facet.environmentVariables)) return facet;
  const variables = facet.environmentVariables.map((one: unknown) => {
    const variable = objectOf(one);
    return typeof variable?.name === 'string' && SECRET_NAME.test(variable.name)
      ? { ...variable, value: '***' }
      : one;
  });
  return { ...facet, environmentVariables: variables };
}
