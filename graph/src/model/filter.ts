import { z } from 'zod';
import { DatasetLayer, Grade, InterfaceState, PersonalInfo, SharingType, UpdateFrequency } from './enums.js';
import { FreshnessState } from './freshness.js';
import { Code } from './ids.js';

const anyOf = <T extends z.ZodType>(value: T) =>
  z
    .array(value)
    .max(200)
    .nullish()
    .transform((v) => (v && v.length > 0 ? v : null));

/** Values within one property are alternatives, properties are all required; absent or empty = no condition. */
export const DatasetFilter = z.object({
  department: anyOf(Code),
  library: anyOf(Code),
  grade: anyOf(Grade),
  /** Also what has no grade yet. */
  ungraded: z
    .boolean()
    .nullish()
    .transform((v) => v ?? false),
  sharingType: anyOf(SharingType),
  updateFrequency: anyOf(UpdateFrequency),
  layer: anyOf(DatasetLayer),
  theme: anyOf(z.string()),
  personalInfo: anyOf(PersonalInfo),
  freshness: anyOf(FreshnessState),
});
export type DatasetFilter = z.infer<typeof DatasetFilter>;

export const HitKind = z.enum(['DATASET', 'FIELD', 'INTERFACE', 'DEPARTMENT']);
export type HitKind = z.infer<typeof HitKind>;
export const SearchFilter = DatasetFilter.extend({ kind: anyOf(HitKind) });
export type SearchFilter = z.infer<typeof SearchFilter>;

export const DatasetSort = z.enum(['RELEVANCE', 'TITLE', 'UPDATED', 'GRADE', 'FIELDS']);
export type DatasetSort = z.infer<typeof DatasetSort>;

const days = z
  .number()
  .int()
  .min(0)
  .max(3660)
  .nullish()
  .transform((v) => v ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((v) => v ?? false);

export const InterfaceFilter = z.object({
  state: anyOf(InterfaceState),
  department: anyOf(Code),
  scene: anyOf(Code),
  /** Highest grade exposed. */
  grade: anyOf(Grade),
  /** Also those of which nothing exposed is graded. */
  ungraded: flag,
  /** In use, yet without a call for at least so many days. */
  idleDays: days,
  /** With an authorisation that holds and ends within so many days. */
  expiringWithinDays: days,
  /** With an authorisation that holds for less than is given out now. */
  exceeded: flag,
  /** Called by consumers that these departments operate; then only their authorisations count. */
  usedBy: anyOf(Code),
  /** Id of a field, or of a dataset of whose fields at least one is exposed. */
  exposes: z
    .string()
    .nullish()
    .transform((v) => v || null),
  text: z
    .string()
    .max(200)
    .nullish()
    .transform((v) => v || null),
});
export type InterfaceFilter = z.infer<typeof InterfaceFilter>;

export const InterfaceSort = z.enum(['NAME', 'GRADE', 'CALLS', 'LAST_CALL', 'IDLE', 'CONSUMERS']);
export type InterfaceSort = z.infer<typeof InterfaceSort>;
