import { z } from 'zod';
import { type Db, type Page, PageRequest, pageOf, parseInput, skipOf } from '../db/index.js';
import {
  addDays,
  cityDay,
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

/** What the filters of an interface list mean by today: days are those of China. */
export interface OnDay {
  day: string;
}

async function chosen(db: Db, filter: InterfaceFilter, now: number): Promise<[InterfaceFacts[], OnDay]> {
  const day = cityDay(now);
  const text = foldText(filter.text ?? '');
  const facts = await listFacts(db, {
    text,
    since: addDays(day, 1 - IDLE_AFTER_DAYS),
    exposes: filter.exposes,
  });
  return [usedBy(facts, filter.usedBy), { day }];
}

/** A page of interfaces in an order over all that pass; `text` is a plain part of name, code or description. Throws InvalidInput. */
export async function listInterfaces(
  db: Db,
  _viewer: Viewer,
  question: z.input<typeof Question> = {},
  now: number = Date.now(),
): Promise<Page<Interface>> {
  const { filter, sort, descending, first, after } = parseInput(Question, question);
  const wanted = InterfaceFilter.parse(filter ?? {});
  const skip = skipOf(after);
  const [facts, on] = await chosen(db, wanted, now);
  const passing = facts.filter((row) => passes(row, wanted, on));
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
  now: number = Date.now(),
): Promise<FacetCount[]> {
  const wanted = parseInput(InterfaceFilter, filter);
  const [facts, on] = await chosen(db, wanted, now);
  return facetsOf(facts, wanted, on);
}
