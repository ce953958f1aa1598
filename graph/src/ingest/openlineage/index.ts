export type * from './event-facts.js';
export { LIMITS as OPENLINEAGE_LIMITS } from './limits.js';
export { withoutCredentials } from './read-datasets.js';
export { type EventReading, type RefusedEvent, readEvent, refuseEvent } from './read-event.js';
