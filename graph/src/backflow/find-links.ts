import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { BackflowLink, Code, DatasetId, type Viewer } from '../model/index.js';

const StoredLink = stored(BackflowLink, ['mapping']);

export const findByCodes = defineQuery({
  file: 'backflow/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('link', StoredLink),
});
const listAll = defineQuery({
  file: 'backflow/list',
  mode: 'read',
  params: z.object({ serves: z.array(Code).nullable() }),
  row: single('link', StoredLink),
});
const listByDatasets = defineQuery({
  file: 'backflow/list-by-datasets',
  mode: 'read',
  params: z.object({ datasets: z.array(DatasetId) }),
  row: z.object({ dataset: DatasetId, role: z.enum(['FROM', 'TO', 'RETURNS']), link: Code }),
});

/** Backflow links by code, in no order; unknown codes are left out. */
export function findLinks(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<BackflowLink[]> {
  return findByCodes.run(db, { codes: [...codes] });
}

/** All backflow links, or those that serve a department, by code. */
export function listLinks(
  db: Db,
  _viewer: Viewer,
  filter: { department?: Code | null } = {},
): Promise<BackflowLink[]> {
  return listAll.run(db, { serves: filter.department ? [filter.department] : null });
}

/** The links that touch each dataset: as what is returned (FROM), landed in (TO) or was collected (RETURNS). */
export function listLinksOfDatasets(
  db: Db,
  _viewer: Viewer,
  datasets: readonly DatasetId[],
): Promise<{ dataset: DatasetId; role: 'FROM' | 'TO' | 'RETURNS'; link: Code }[]> {
  return listByDatasets.run(db, { datasets: [...datasets] });
}
