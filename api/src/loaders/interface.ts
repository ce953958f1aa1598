import { createContextCache } from '@pothos/core';
import { type CallDay, CallSpan, type Candidates, Code, type Grade } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { keysOf } from '../ids.js';
import { rowOf, rowsOf } from './of.js';

interface Narrowing {
  text?: string | null | undefined;
  exposes?: string | null | undefined;
}
const candidatesIn = createContextCache(() => new Map<string, Promise<Candidates>>());

/** What lists, facets and sums of interfaces are made of; one question for all of one request that narrow alike. */
export function candidatesOf(context: Context, { text, exposes }: Narrowing = {}): Promise<Candidates> {
  const known = candidatesIn(context);
  const key = JSON.stringify([text ?? '', exposes ?? '']);
  const found = known.get(key) ?? context.graph.interface.candidates(context.viewer, { text, exposes });
  known.set(key, found);
  return found;
}

/** Calls by day over so many days; one question for all interfaces of a list. */
const callDaysOver = new Map<number, ReturnType<typeof callDays>>();
const callDays = (days: number) =>
  rowOf(
    (codes, { graph, viewer }) => graph.interface.callDays(viewer, keysOf(Code, codes), days),
    (row) => row.code,
  );

/** Calls of the last days, without gaps, the first first. */
export async function callDaysOfInterface(context: Context, code: string, days: number): Promise<CallDay[]> {
  const span = CallSpan.parse(days);
  const load = callDaysOver.get(span) ?? callDays(span);
  callDaysOver.set(span, load);
  return (await load(context, code))?.days ?? [];
}

/** What it gives out. */
export const exposuresOfInterface = rowsOf(
  (codes, { graph, viewer }) => graph.interface.exposuresOf(viewer, keysOf(Code, codes)),
  (exposure) => exposure.interface,
);

/** Calls of the last 30 days and the last call of all. */
export const usageOfInterface = rowOf(
  (codes, { graph, viewer }) => graph.interface.usage(viewer, keysOf(Code, codes), 30),
  (usage) => usage.code,
);

const gradeRow = rowOf(
  (codes, { graph, viewer }) => graph.interface.gradesOf(viewer, keysOf(Code, codes)),
  (row) => row.code,
);

/** The highest grade it exposes; null when nothing it exposes is graded. */
export async function gradeOfInterface(context: Context, code: string): Promise<Grade | null> {
  return (await gradeRow(context, code))?.grade ?? null;
}
