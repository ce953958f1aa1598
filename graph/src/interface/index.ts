import type { Db } from '../db/index.js';
import type { Code, DatasetId, Exposure, FieldId, Interface, Viewer } from '../model/index.js';
import { countUsage } from './count-usage.js';
import { exposeFields, listExposures } from './expose-fields.js';
import { findInterfaceGrades } from './find-grades.js';
import { findInterfaces } from './find-interfaces.js';
import { listAllCallDays, listCallDays } from './list-call-days.js';
import { listExposingDatasets, listExposingFields } from './list-exposing.js';
import { type Candidates, countInterfaceFacets, listCandidates, listInterfaces } from './list-interfaces.js';
import { registerInterfaces } from './register-interfaces.js';
import { summarizeInterfaces } from './summarize.js';

export type { InterfaceUsage } from './count-usage.js';
export { type CallDay, CallSpan } from './list-call-days.js';
export type { Candidates } from './list-interfaces.js';
export type { InterfaceSummary } from './summarize.js';

export const interfaceOperations = (db: Db) => ({
  /** What lists, facets and sums of one request share: take it once, give it to each. */
  candidates: (_viewer: Viewer, filter?: Parameters<typeof listCandidates>[1]) => listCandidates(db, filter),
  list: (viewer: Viewer, question?: Parameters<typeof listInterfaces>[2], candidates?: Candidates) =>
    listInterfaces(db, viewer, question, candidates),
  facets: (viewer: Viewer, filter?: Parameters<typeof countInterfaceFacets>[2], candidates?: Candidates) =>
    countInterfaceFacets(db, viewer, filter, candidates),
  summary: (viewer: Viewer, department?: Code | null, candidates?: Candidates) =>
    summarizeInterfaces(db, viewer, department, candidates),
  callDays: (viewer: Viewer, codes: readonly Code[], days: number) => listCallDays(db, viewer, codes, days),
  allCallDays: (viewer: Viewer, days: number) => listAllCallDays(db, viewer, days),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findInterfaces(db, viewer, codes),
  register: (actor: string, rows: readonly Interface[]) => registerInterfaces(db, actor, rows),
  expose: (actor: string, rows: readonly Exposure[]) => exposeFields(db, actor, rows),
  exposuresOf: (viewer: Viewer, codes: readonly Code[]) => listExposures(db, viewer, codes),
  exposingFields: (viewer: Viewer, fields: readonly FieldId[]) => listExposingFields(db, viewer, fields),
  exposingDatasets: (viewer: Viewer, datasets: readonly DatasetId[]) =>
    listExposingDatasets(db, viewer, datasets),
  gradesOf: (viewer: Viewer, codes: readonly Code[]) => findInterfaceGrades(db, viewer, codes),
  usage: (viewer: Viewer, codes: readonly Code[], days: number, now?: Date) =>
    countUsage(db, viewer, codes, days, now),
});
