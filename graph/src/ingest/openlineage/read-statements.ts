import type { LineageStatement, StatedEdge } from './event-facts.js';
import type { RawDataset, RawInputField, RawJob, RawLineageInput, RawLineageTarget } from './event-shapes.js';
import { LIMITS } from './limits.js';
import { type Findings, keyOf, readFieldKey } from './read-datasets.js';
import {
  readOldTransformation,
  readTransformation,
  type Transformation,
  UNSTATED,
} from './transformation.js';

type Ref = { namespace: string; name: string };
/** An output as it came, and where in the event. */
export interface OutputEntry {
  raw: RawDataset;
  at: string;
  /** Its producer took its column lineage back (`_deleted`). */
  columnLineageDeleted: boolean;
}
type RawTransformations = RawInputField['transformations'];

/** Gathers the edges into one output, each stated once. */
function edgeCollector() {
  const edges = new Map<string, StatedEdge>();
  return {
    edges,
    add(from: Ref, fromField: string | null, toField: string | null, how: Transformation) {
      const fromDataset = keyOf(from);
      const { kind, subtype, masking } = how;
      const identity = JSON.stringify([fromDataset, fromField, toField, kind, subtype, masking]);
      if (!edges.has(identity)) edges.set(identity, { fromDataset, fromField, toField, ...how });
    },
  };
}

function transformationsOf(raw: RawTransformations, at: string, findings: Findings): Transformation[] {
  if (!raw || raw.length === 0) return [UNSTATED];
  return raw.map((t, index) =>
    readTransformation(t, (message) => findings.remark(`${at}.transformations[${index}]`, message)),
  );
}

/** The columnLineage facet; null when it states nothing, which leaves what is known as it is. */
function readColumnLineage(raw: RawDataset, at: string, findings: Findings): StatedEdge[] | null {
  const facet = raw.facets?.columnLineage;
  if (!facet) return null;
  const { edges, add } = edgeCollector();
  for (const [rawName, column] of Object.entries(facet.fields)) {
    const here = `${at}.fields.${rawName.slice(0, 100)}`;
    const toField = readFieldKey(rawName, here, findings);
    if (toField === null) continue;
    const old = column.transformationType
      ? readOldTransformation(column.transformationType, column.transformationDescription ?? null)
      : null;
    column.inputFields.forEach((input, index) => {
      const stated = input.transformations?.length
        ? transformationsOf(input.transformations, `${here}.inputFields[${index}]`, findings)
        : [old ?? UNSTATED];
      for (const how of stated) add(input, input.field, toField, how);
    });
  }
  (facet.dataset ?? []).forEach((input, index) => {
    for (const how of transformationsOf(input.transformations, `${at}.dataset[${index}]`, findings)) {
      // Without a word about how, a field that touches the whole output decides its rows (columnLineage 1-2-0).
      add(
        input,
        input.field,
        null,
        how === UNSTATED ? { ...UNSTATED, kind: 'INDIRECT', subtype: 'CONDITIONAL' } : how,
      );
    }
  });
  return edges.size === 0 ? null : [...edges.values()];
}

/** One target of the explicit lineage facet 1-0-0. An empty list of inputs states that nothing feeds it. */
function readLineageTarget(raw: RawLineageTarget, at: string, findings: Findings): StatedEdge[] {
  const { edges, add } = edgeCollector();
  const read = (inputs: readonly RawLineageInput[], toField: string | null, where: string) => {
    inputs.forEach((input, index) => {
      const here = `${where}[${index}]`;
      const { namespace, name } = input;
      if (input.type.toUpperCase() !== 'DATASET')
        findings.remark(here, 'a job as source: no fields are known of it');
      else if (!namespace || !name) findings.fault(here, 'a dataset as source needs a namespace and a name');
      else {
        const fromField = input.field ?? null;
        const unstated: Transformation =
          fromField !== null && toField === null
            ? { ...UNSTATED, kind: 'INDIRECT', subtype: 'CONDITIONAL' }
            : UNSTATED;
        const stated = input.transformations?.length
          ? transformationsOf(input.transformations, here, findings)
          : [unstated];
        for (const how of stated) add({ namespace, name }, fromField, toField, how);
      }
    });
  };
  read(raw.inputs ?? [], null, `${at}.inputs`);
  for (const [rawName, column] of Object.entries(raw.fields ?? {})) {
    const here = `${at}.fields.${rawName.slice(0, 100)}`;
    const toField = readFieldKey(rawName, here, findings);
    if (toField !== null) read(column.inputs, toField, `${here}.inputs`);
  }
  return [...edges.values()];
}

/**
 * What the event states about the columns of its outputs: the explicit lineage facet of the job wins over that of
 * the dataset, that over columnLineage. A facet marked `_deleted` states that nothing is known any more.
 */
export function readStatements(
  job: RawJob | null,
  outputs: readonly OutputEntry[],
  findings: Findings,
): { statements: LineageStatement[]; named: Ref[] } {
  const byOutput = new Map<string, StatedEdge[]>();
  const named: Ref[] = [];
  for (const { raw, at, columnLineageDeleted } of outputs) {
    const explicit = raw.facets?.lineage;
    const edges = explicit
      ? readLineageTarget(explicit, `${at}.facets.lineage`, findings)
      : columnLineageDeleted
        ? []
        : readColumnLineage(raw, `${at}.facets.columnLineage`, findings);
    if (edges !== null) byOutput.set(keyOf(raw), edges);
  }
  for (const [index, entry] of (job?.facets?.lineage?.entries ?? []).entries()) {
    const here = `job.facets.lineage.entries[${index}]`;
    const { namespace, name } = entry;
    if (entry.type.toUpperCase() !== 'DATASET') continue;
    if (!namespace || !name) {
      findings.fault(here, 'a dataset as target needs a namespace and a name');
      continue;
    }
    named.push({ namespace, name });
    byOutput.set(keyOf({ namespace, name }), readLineageTarget(entry, here, findings));
  }
  const count = [...byOutput.values()].reduce((sum, edges) => sum + edges.length, 0);
  if (count > LIMITS.edges) findings.fault('outputs', `${count} lineage edges: more than ${LIMITS.edges}`);
  return { statements: [...byOutput].map(([output, edges]) => ({ output, edges })), named };
}

/** Every dataset that edges come from, so that the catalogue can hold them. */
export function sourcesOf(outputs: readonly OutputEntry[], job: RawJob | null): Ref[] {
  const refs: Ref[] = [];
  const take = (input: { namespace?: string | null | undefined; name?: string | null | undefined }) => {
    if (input.namespace && input.name) refs.push({ namespace: input.namespace, name: input.name });
  };
  const takeTarget = (target: RawLineageTarget) => {
    for (const input of target.inputs ?? []) if (input.type.toUpperCase() === 'DATASET') take(input);
    for (const column of Object.values(target.fields ?? {})) {
      for (const input of column.inputs) if (input.type.toUpperCase() === 'DATASET') take(input);
    }
  };
  for (const { raw } of outputs) {
    const lineage = raw.facets?.columnLineage;
    for (const column of Object.values(lineage?.fields ?? {})) column.inputFields.forEach(take);
    lineage?.dataset?.forEach(take);
    if (raw.facets?.lineage) takeTarget(raw.facets.lineage);
  }
  for (const entry of job?.facets?.lineage?.entries ?? []) {
    if (entry.type.toUpperCase() === 'DATASET') takeTarget(entry);
  }
  return refs;
}
