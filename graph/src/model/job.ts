import { z } from 'zod';
import { JobId } from './ids.js';
import { Instant, Prose } from './primitives.js';

/** 加工活动: what reads datasets and writes others; OpenLineage's job. */
export const Job = z.object({
  id: JobId,
  namespace: z.string(),
  name: z.string(),
  description: Prose,
  /** The job's statement, as its producer sent it. */
  sql: z.string().max(1_000_000).nullable(),
  dialect: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Job = z.infer<typeof Job>;

export const RunState = z.enum(['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER']);
export type RunState = z.infer<typeof RunState>;
/** 任务运行. `startedAt` is the earliest START (safety F6). */
export const Run = z.object({
  id: z.string(),
  job: JobId,
  state: RunState,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  lastEventAt: Instant,
});
export type Run = z.infer<typeof Run>;
