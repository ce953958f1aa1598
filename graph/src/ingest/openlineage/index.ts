export type * from './event-facts.js';
export {
  type DatasetView,
  type FacetTexts,
  type JobView,
  type RunView,
  viewDataset,
  viewJob,
  viewRun,
} from './facet-views.js';
export { LIMITS as OPENLINEAGE_LIMITS } from './limits.js';
export { withoutCredentials } from './read-datasets.js';
export { type EventReading, type RefusedEvent, readEvent, refuseEvent } from './read-event.js';
