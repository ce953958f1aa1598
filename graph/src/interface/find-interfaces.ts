import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, Interface, type Viewer } from '../model/index.js';

export const StoredInterface = stored(Interface);

export const findByCodes = defineQuery({
  file: 'interface/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('interface', StoredInterface),
});

/** Interfaces by code, in no order; unknown codes are left out. */
export function findInterfaces(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Interface[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
