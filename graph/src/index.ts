export {
  type AcceptOutcome,
  type AccessDay,
  type AccessesByAnswer,
  type AccessLog,
  type AccessLogSummary,
  type AccessThroughLineage,
  type CallHour,
  type ConsumerAccess,
  openAccessLog,
  type WhoAccessedAnswer,
} from './access/index.js';
export {
  type BackflowClosure,
  daysToReturn,
  isLate,
  landingRate,
  onTimeRate,
  sumRows,
} from './backflow/index.js';
export type { ChangeGroup } from './change/index.js';
export type { SimilarDataset } from './dataset/index.js';
export * from './db/index.js';
export { type Neo4jEnv, readEnv } from './env.js';
export * from './errors.js';
export { createGraph, type Graph } from './graph.js';
export {
  type DatasetView,
  type FacetTexts,
  type JobView,
  type RunView,
  viewDataset,
  viewJob,
  viewRun,
} from './ingest/openlineage/index.js';
export { type CallDay, CallSpan, type Candidates, type InterfaceSummary } from './interface/index.js';
export type { JobLink } from './job/index.js';
export type {
  ArrivedEvent,
  EventOutcome,
  ImpactVerification,
  Inbox,
  InboxOptions,
  InboxStatus,
  IndexCheck,
  IndexSource,
  Leak,
  LineageService,
  LineageServiceOptions,
  LineageStatus,
  StatedFacets,
  VerificationReason,
} from './lineage/index.js';
export { openInbox } from './lineage/index.js';
export * from './model/index.js';
export type {
  RegistrationKind,
  RegistrationProgress,
  RegistrationReport,
  RegistrationRequest,
  SampleRow,
} from './registration/index.js';
