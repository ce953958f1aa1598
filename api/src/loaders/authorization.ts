import { Code } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowsOf } from './of.js';

/** Authorisations on an interface, ended ones too. */
export const authorizationsOfInterface = rowsOf(
  (codes, { graph, viewer }) => graph.authorization.listOf(viewer, { interfaces: keysOf(Code, codes) }),
  (authorization) => authorization.interface,
);

/** Authorisations that a consumer holds, ended ones too. */
export const authorizationsOfConsumer = rowsOf(
  (codes, { graph, viewer }) => graph.authorization.listOf(viewer, { consumers: keysOf(Code, codes) }),
  (authorization) => authorization.consumer,
);
