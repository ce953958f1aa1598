import { type Access, buildAccess } from './build-access.js';
import type { Catalogue } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { changeCatalogue } from './delta-catalogue.js';
import { changeEdges } from './delta-edges.js';
import { findGiant, recountGiant } from './giant.js';
import type { IndexDelta } from './types.js';

/**
 * New data with the changed rows, equal to what a build from all rows would give; the old data stay as they are, and
 * what did not change may be shared with them. One pass over the arrays. `now` as for a build: edges that began or
 * ended to hold since are moved too, so an empty delta brings data up to the clock. Errors as for a build, and when a
 * field moved to another dataset, which only a build can do.
 */
export function applyDelta(data: IndexData, delta: IndexDelta, now = Date.now()): IndexData {
  const { catalogue, moved } = changeCatalogue(catalogueOf(data), delta);
  const access =
    delta.access === undefined ? movedAccess(data, catalogue, moved) : buildAccess(catalogue, delta.access);
  const flow = changeEdges(data, catalogue, moved, delta.edges ?? [], now);
  const changed = { version: delta.version, ...catalogue, ...flow, ...access };
  const isSameGraph = flow.forward === data.forward;
  return { ...changed, giant: isSameGraph ? recountGiant(changed, data.giant) : findGiant(changed) };
}

function catalogueOf(data: IndexData): Catalogue {
  const { fields, datasets, fieldStart, datasetOf, gradeOf, datasetGrade } = data;
  const { departments, departmentOf, libraries, libraryOf, layerOf } = data;
  const groups = { departments, departmentOf, libraries, libraryOf, layerOf };
  return { fields, datasets, fieldStart, datasetOf, gradeOf, datasetGrade, ...groups };
}

/** Exposures keep their order, since fields keep theirs; only the numbers of the fields are others. */
function movedAccess(data: IndexData, catalogue: Catalogue, moved: Uint32Array | null): Access {
  const { interfaces, interfaceIndex, consumers, consumerIndex, authorizations } = data;
  const { coverStarts, coveredBy, authorizationsOfConsumer, authorizationsOfInterface } = data;
  let { exposures } = data;
  if (moved !== null) {
    const field = exposures.field.map((old) => moved[old]!);
    const exposed = new Uint8Array(catalogue.fields.ids.count);
    for (const one of field) exposed[one] = 1;
    exposures = { ...exposures, field, exposed };
  }
  return {
    interfaces,
    interfaceIndex,
    consumers,
    consumerIndex,
    exposures,
    authorizations,
    coverStarts,
    coveredBy,
    authorizationsOfConsumer,
    authorizationsOfInterface,
  };
}
