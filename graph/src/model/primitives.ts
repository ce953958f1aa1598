import { z } from 'zod';

/** A moment: ISO 8601 with offset in and out; kept in Neo4j as the same text in UTC, so that it sorts. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;
/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;
/** Titles, names: 1 to 200 characters. */
export const Title = z.string().min(1).max(200);
/** Longer prose: at most 20,000 characters (safety F8). */
export const Prose = z.string().max(20_000);

/** The same moment in UTC with milliseconds, so that texts of moments compare like moments. */
export function toUtc(instant: Instant): Instant {
  return new Date(instant).toISOString();
}
