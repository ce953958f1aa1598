import { z } from 'zod';
import { type Db, type Page, PageRequest, pageOf, parseInput, skipOf } from '../db/index.js';
import {
  addDays,
  cityDay,
  type Day,
  foldText,
  IDLE_AFTER_DAYS,
  type Interface,
  InterfaceFilter,
  InterfaceSort,
  type Viewer,
} from '../model/index.js';
import { type FacetCount, facetsOf } from './facets.js';
import { findByCodes } from './find-interfaces.js';
import { type InterfaceFacts, listFacts } from './list-facts.js';
import { passes, usedBy } from './passes.js';
import { inOrder } from './sort-facts.js';

const Question = PageRequest.extend({
  filter: InterfaceFilter.nullish(),
  sort: InterfaceSort.nullish().transform((v) => v ?? ('NAME' as const)),
  descending: z
    .boolean()
    .nullish()
    .transform((v) => v ?? false),
});

/** Interfaces that a text and an exposure leave, with what else they are chosen and ordered by; days are those of China. */
export interface Candidates {
  facts: InterfaceFacts[];
  day: Day;
}

const Narrowing = InterfaceFilter.pick({ text: true, exposes: true });

/** What several lists, counts and facets of one request can share. Throws InvalidInput. */
export async function listCandidates(
  db: Db,
  filter: z.input<typeof Narrowing> = {},
  now: number = Date.now(),
): Promise<Candidates> {
  const { text, exposes } = parseInput(Narrowing, filter);
  const day = cityDay(now);
  const since = addDays(day, 1 - IDLE_AFTER_DAYS);
  return { facts: await listFacts(db, { text: foldText(text ?? ''), since, exposes }), day };
}

/** A page of interfaces in an order over all that pass; `text` is a plain part of name, code or description. Throws InvalidInput. */
export async function listInterfaces(
  db: Db,
  _viewer: Viewer,
  question: z.input<typeof Question> = {},
  candidates?: Candidates,
): Promise<Page<Interface>> {
  const { filter, sort, descending, first, after } = parseInput(Question, question);
  const wanted = InterfaceFilter.parse(filter ?? {});
  const skip = skipOf(after);
  const { facts, day } = candidates ?? (await listCandidates(db, wanted));
  const passing = usedBy(facts, wanted.usedBy).filter((row) => passes(row, wanted, { day }));
  const codes = inOrder(passing, sort, descending)
    .slice(skip, skip + first)
    .map(({ code }) => code);
  const found = new Map((await findByCodes.run(db, { codes })).map((row) => [row.code, row]));
  const rows = codes.flatMap((code) => found.get(code) ?? []);
  return pageOf(rows, passing.length, skip);
}

/** How many interfaces have each state, grade, department and scene; each facet counts under the conditions of the others. */
export async function countInterfaceFacets(
  db: Db,
  _viewer: Viewer,
  filter: z.input<typeof InterfaceFilter> = {},
  candidates?: Candidates,
): Promise<FacetCount[]> {
  const wanted = parseInput(InterfaceFilter, filter);
  const { facts, day } = candidates ?? (await listCandidates(db, wanted));
  return facetsOf(usedBy(facts, wanted.usedBy), wanted, { day });
}
