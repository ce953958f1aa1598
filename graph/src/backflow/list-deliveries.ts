import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, Delivery, type Viewer } from '../model/index.js';

const row = single('delivery', stored(Delivery));

export const findByIds = defineQuery({
  file: 'backflow/find-deliveries',
  mode: 'read',
  params: z.object({ ids: z.array(z.string()) }),
  row,
});
export const listByLinks = defineQuery({
  file: 'backflow/list-deliveries',
  mode: 'read',
  params: z.object({ links: z.array(Code) }),
  row,
});

/** The deliveries over each link, by link, the latest due first. */
export function listDeliveries(db: Db, _viewer: Viewer, links: readonly Code[]): Promise<Delivery[]> {
  return listByLinks.run(db, { links: [...links] });
}
