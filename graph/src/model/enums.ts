import { z } from 'zod';

/** Strictest first (GB/T 43697-2024 §6.5; L1–L4 its annex H). `null` elsewhere means not yet graded. */
export const Grade = z.enum(['CORE', 'IMPORTANT', 'L4', 'L3', 'L2', 'L1']);
export type Grade = z.infer<typeof Grade>;

/** Rank of a grade: 0 = not graded, 1 = L1 … 6 = CORE. */
export function gradeRank(grade: Grade | null): number {
  return grade === null ? 0 : 6 - Grade.options.indexOf(grade);
}

/** The higher of two grades: 就高从严. */
export function higherGrade(a: Grade | null, b: Grade | null): Grade | null {
  return gradeRank(a) >= gradeRank(b) ? a : b;
}

/** The inverse of {@link gradeRank}. */
export function gradeOfRank(rank: number): Grade | null {
  return rank === 0 ? null : (Grade.options[6 - rank] ?? null);
}

export const DepartmentKind = z.enum(['CITY', 'DISTRICT', 'DEPARTMENT', 'SUBDISTRICT', 'TOWN']);
export type DepartmentKind = z.infer<typeof DepartmentKind>;
/** 基础要素库 / 业务场景专题库. */
export const LibraryKind = z.enum(['BASE', 'TOPIC']);
/** The three axes: 法人, 自然人, 空间地理. */
export const LibraryAxis = z.enum(['LEGAL_PERSON', 'NATURAL_PERSON', 'SPACE']);
export const DatasetLayer = z.enum(['SOURCE', 'ODS', 'DWD', 'DWS', 'ADS', 'LANDING']);
export type DatasetLayer = z.infer<typeof DatasetLayer>;
export const SharingType = z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED']);
export type SharingType = z.infer<typeof SharingType>;
export const OpenType = z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NOT_OPEN']);
export const UpdateFrequency = z.enum([
  'REALTIME',
  'DAILY',
  'WEEKLY',
  'TEN_DAYS',
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'IRREGULAR',
  'NEVER',
]);
export type UpdateFrequency = z.infer<typeof UpdateFrequency>;
export const PersonalInfo = z.enum(['NONE', 'GENERAL', 'SENSITIVE']);
export type PersonalInfo = z.infer<typeof PersonalInfo>;
export const DataSubject = z.enum(['PERSON', 'LEGAL_PERSON', 'SPACE', 'MIXED']);
export const ResourceType = z.enum(['BASE', 'THEME', 'DEPARTMENT']);

/** OpenLineage column lineage 1-2-0. */
export const EdgeKind = z.enum(['DIRECT', 'INDIRECT']);
export type EdgeKind = z.infer<typeof EdgeKind>;
export const EdgeSubtype = z.enum([
  'IDENTITY',
  'TRANSFORMATION',
  'AGGREGATION',
  'JOIN',
  'FILTER',
  'GROUP_BY',
  'SORT',
  'WINDOW',
  'CONDITIONAL',
]);
export type EdgeSubtype = z.infer<typeof EdgeSubtype>;
export const EdgeOrigin = z.enum(['OBSERVED', 'PARSED', 'DECLARED', 'IMPORTED']);
export type EdgeOrigin = z.infer<typeof EdgeOrigin>;

/** Masking methods (domain §12.1); `UNKNOWN` when a producer only says that it masked. */
export const MaskingMethod = z.enum([
  'HASH',
  'COVER',
  'REPLACE_MAP',
  'REPLACE_RANDOM',
  'ROUND',
  'SHIFT',
  'ENCRYPT',
  'TOKENIZE',
  'FORMAT_PRESERVE',
  'SHUFFLE',
  'DELETE',
  'KEYWORD_REPLACE',
  'K_ANON',
  'UNKNOWN',
]);
export type MaskingMethod = z.infer<typeof MaskingMethod>;
const REVERSIBLE: readonly MaskingMethod[] = ['REPLACE_MAP', 'ENCRYPT', 'TOKENIZE', 'FORMAT_PRESERVE'];
/** A reversible method hides nothing from who holds the key or the map (domain §12.1). */
export const isReversible = (method: MaskingMethod): boolean => REVERSIBLE.includes(method);

/** What "derived from" means (model §3), strongest first. */
export const Ring = z.enum(['CLEARTEXT', 'MASKED', 'INFLUENCED']);
export type Ring = z.infer<typeof Ring>;
export const Direction = z.enum(['UPSTREAM', 'DOWNSTREAM', 'BOTH']);
export type Direction = z.infer<typeof Direction>;

export const InterfaceState = z.enum([
  'REGISTERED',
  'IN_REVIEW',
  'PUBLISHED',
  'IN_USE',
  'SUSPENDED',
  'RECLAIMED',
  'UNPUBLISHED',
  'DEREGISTERED',
]);
export type InterfaceState = z.infer<typeof InterfaceState>;
export const ConsumerKind = z.enum(['APPLICATION', 'SYSTEM', 'UNIT', 'SUBDISTRICT']);
export const AuthorizationState = z.enum([
  'AUTHORIZED',
  'EXPIRING',
  'RENEWED',
  'EXPIRED',
  'SUSPENDED',
  'REVOKED',
]);
export type AuthorizationState = z.infer<typeof AuthorizationState>;
/** 一网通办 / 一网统管 / 基层 / 党建. */
export const SceneKind = z.enum(['ONE_STOP_SERVICE', 'UNIFIED_MANAGEMENT', 'GRASS_ROOTS', 'PARTY_BUILDING']);
export const BackflowState = z.enum([
  'PLANNED',
  'REQUESTED',
  'AUTHORIZED',
  'DELIVERING',
  'LANDED',
  'OVERDUE',
  'BROKEN',
  'STOPPED',
]);
export const BackflowMode = z.enum(['TABLE', 'FILE', 'API', 'LANDED_COPY']);
export const DeliveryState = z.enum(['SENT', 'LANDED', 'PARTIAL', 'FAILED']);
export const GradingState = z.enum([
  'UNGRADED',
  'PROPOSED',
  'UNIT_CONFIRMED',
  'BUREAU_REVIEW',
  'EFFECTIVE',
  'RETURNED',
  'REOPENED',
  'CITY_REPORTED',
]);
export const Role = z.enum(['GOVERNANCE', 'APPLICATION', 'AUDITOR', 'SUBDISTRICT', 'OPERATIONS']);
export type Role = z.infer<typeof Role>;
