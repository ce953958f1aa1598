import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { SourceSystem, type Viewer } from '../model/index.js';

const listAll = defineQuery({
  file: 'source-system/list',
  mode: 'read',
  params: z.object({}),
  row: single('sourceSystem', stored(SourceSystem)),
});

/** All of them, by code. There are tens, so the list is whole. */
export function listSourceSystems(db: Db, _viewer: Viewer): Promise<SourceSystem[]> {
  return listAll.run(db, {});
}
