import type { StatedFacet } from '../ingest/openlineage/index.js';
import { type JobId, jobIdOf } from '../model/index.js';
import type { PlacedEvent } from './apply-event.js';
import { runIdOf } from './apply-run.js';
import type { CatalogueState } from './catalogue-state.js';

/** One thing may be given so many facets over time; then the oldest go. */
const MOST = 120;

/** Whose facet it is: the id of a dataset, job or run. */
export function ownerOf(event: PlacedEvent, facet: StatedFacet): string | null {
  const { job, run } = event.facts;
  if (facet.dataset !== null) return event.ids.get(facet.dataset) ?? null;
  const id: JobId | null = job === null ? null : jobIdOf(job.namespace, job.name);
  return facet.role === 'job' || id === null ? id : run === null ? null : runIdOf(run.id, id);
}

/** Facets of inputs and outputs have names of their own: one dataset may be both. */
const nameOf = ({ role, name }: StatedFacet) =>
  role === 'input' || role === 'output' ? `${role}:${name}` : name;

/** Notes the facets that an event states: of each name the latest stamp counts. */
export function applyFacets(state: CatalogueState, event: PlacedEvent): void {
  for (const facet of event.facts.facets) {
    const of = ownerOf(event, facet);
    if (of === null) continue;
    const entry = state.facets.get(of) ?? { value: { of, facets: new Map() }, before: null };
    state.facets.set(of, entry);
    const { facets } = entry.value;
    const name = nameOf(facet);
    if ((facets.get(name)?.stamp ?? '') >= event.stamp) continue;
    facets.set(name, { stamp: event.stamp, json: facet.json });
    if (facets.size > MOST) facets.delete(oldestOf(facets));
  }
}

function oldestOf(facets: ReadonlyMap<string, { stamp: string }>): string {
  return [...facets].reduce((a, b) => (b[1].stamp < a[1].stamp ? b : a))[0];
}
