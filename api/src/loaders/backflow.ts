import { createContextCache } from '@pothos/core';
import { Code } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { keysOf } from '../ids.js';
import { rowsOf } from './of.js';

/** Deliveries over a link, latest due first. */
export const deliveriesOfLink = rowsOf(
  async (codes, { graph, viewer }) =>
    [...(await graph.backflow.deliveriesOf(viewer, keysOf(Code, codes)))].sort((a, b) =>
      a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : a.id < b.id ? -1 : 1,
    ),
  (delivery) => delivery.link,
);

/** The closure of every unit; once for a request, however many of its parts rest on it. */
export const closures = createContextCache(({ graph, viewer }: Context) => graph.backflow.closures(viewer));
