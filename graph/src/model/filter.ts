import { z } from 'zod';
import { DatasetLayer, Grade, InterfaceState, PersonalInfo, SharingType, UpdateFrequency } from './enums.js';
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
});
export type DatasetFilter = z.infer<typeof DatasetFilter>;

export const HitKind = z.enum(['DATASET', 'FIELD', 'INTERFACE', 'DEPARTMENT']);
export type HitKind = z.infer<typeof HitKind>;
export const SearchFilter = DatasetFilter.extend({ kind: anyOf(HitKind) });
export type SearchFilter = z.infer<typeof SearchFilter>;

export const DatasetSort = z.enum(['RELEVANCE', 'TITLE', 'UPDATED', 'GRADE', 'FIELDS']);
export type DatasetSort = z.infer<typeof DatasetSort>;

export const InterfaceFilter = z.object({
  state: anyOf(InterfaceState),
  department: anyOf(Code),
  scene: anyOf(Code),
  text: z
    .string()
    .max(200)
    .nullish()
    .transform((v) => v || null),
});
export type InterfaceFilter = z.infer<typeof InterfaceFilter>;
