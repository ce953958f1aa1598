import { z } from 'zod';

export const DATASET_TABS = [
  'fields',
  'lineage',
  'impact',
  'interfaces',
  'access',
  'grading',
  'backflow',
  'changes',
] as const;
export type DatasetTab = (typeof DATASET_TABS)[number];

/** The tab that an address names; the fields when it names none. */
export function readTab(value: string | string[] | undefined): DatasetTab {
  return z.enum(DATASET_TABS).catch('fields').parse([value].flat()[0]);
}
