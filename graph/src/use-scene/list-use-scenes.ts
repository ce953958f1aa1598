import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { UseScene, type Viewer } from '../model/index.js';

const listAll = defineQuery({
  file: 'use-scene/list',
  mode: 'read',
  params: z.object({}),
  row: single('useScene', stored(UseScene)),
});

/** All of them, by code. There are tens, so the list is whole. */
export function listUseScenes(db: Db, _viewer: Viewer): Promise<UseScene[]> {
  return listAll.run(db, {});
}
