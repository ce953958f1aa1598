import type { Db } from '../db/index.js';
import type { Code, Consumer, Viewer } from '../model/index.js';
import { findConsumers } from './find-consumers.js';
import { listConsumers } from './list-consumers.js';
import { registerConsumers } from './register-consumers.js';

export const consumerOperations = (db: Db) => ({
  list: (viewer: Viewer, page?: Parameters<typeof listConsumers>[2]) => listConsumers(db, viewer, page),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findConsumers(db, viewer, codes),
  register: (actor: string, rows: readonly Consumer[]) => registerConsumers(db, actor, rows),
});
