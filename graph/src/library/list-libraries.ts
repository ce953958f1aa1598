import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Library, type Viewer } from '../model/index.js';

const LibraryWithCount = Library.extend({ datasetCount: z.number().int() });
export type LibraryWithCount = z.infer<typeof LibraryWithCount>;

const listAll = defineQuery({
  file: 'library/list',
  mode: 'read',
  params: z.object({}),
  row: single('library', stored(LibraryWithCount)),
});

/** All libraries with the number of datasets they hold: base-element libraries first, then by code. */
export function listLibraries(db: Db, _viewer: Viewer): Promise<LibraryWithCount[]> {
  return listAll.run(db, {});
}
