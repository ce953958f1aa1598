import { z } from 'zod';

const count = z.number().int();
const Summary = z.object({ created: count, changed: count, unchanged: count });
export type Summary = z.infer<typeof Summary>;

const Fault = z.object({
  rule: z.string(),
  notice: z.boolean(),
  value: z.string().nullable(),
  place: z.string(),
  what: z.string(),
  todo: z.string(),
});
export type Fault = z.infer<typeof Fault>;

const Sample = z.object({
  sheet: z.string(),
  row: count,
  state: z.enum(['CREATED', 'CHANGED', 'UNCHANGED']),
  names: z.array(z.string()),
  about: z.string(),
});
export type Sample = z.infer<typeof Sample>;

const Report = z.object({
  written: z.boolean(),
  format: z.enum(['XLSX', 'CSV']).nullable(),
  rows: count,
  refusedRows: count,
  faults: count,
  notices: count,
  fatal: z.boolean(),
  datasets: Summary,
  fields: Summary,
  gradings: Summary,
  edges: Summary,
  samples: z.array(Sample),
  touched: z.array(z.object({ id: z.string(), title: z.string() })),
  byRule: z.array(z.object({ rule: z.string(), count, notice: z.boolean(), what: z.string() })),
  list: z.array(Fault),
});
export type Report = z.infer<typeof Report>;

export const KINDS = ['CATALOGUE', 'LINEAGE'] as const;
export type Kind = (typeof KINDS)[number];

/** An import as the API tells of it. */
export const ImportJob = z.object({
  token: z.string(),
  kind: z.enum(KINDS),
  fileName: z.string(),
  state: z.enum(['CHECKING', 'CHECKED', 'WRITING', 'WRITTEN', 'REFUSED', 'FAILED']),
  progress: z
    .object({
      phase: z.enum(['READING', 'COMPARING', 'WRITING']),
      rows: count,
      total: count.nullable(),
    })
    .nullable(),
  report: Report.nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;

export const isBusy = ({ state }: ImportJob): boolean => state === 'CHECKING' || state === 'WRITING';

/** Whether anything would be written that is not there already. */
export const bringsAnything = (report: Report): boolean =>
  [report.datasets, report.fields, report.gradings, report.edges].some(
    ({ created, changed }) => created + changed > 0,
  );

/** How far a step is, in percent; reading takes the first third, of which nobody knows the end. */
export function percentOf({ progress }: ImportJob): number {
  if (progress === null) return 0;
  const { phase, rows, total } = progress;
  if (phase === 'READING') return Math.round(30 * (1 - 20_000 / (20_000 + rows)));
  return Math.round(30 + (70 * rows) / Math.max(total ?? rows, 1));
}
