import { z } from 'zod';
import {
  checkReferences,
  type Db,
  defineQuery,
  parseInput,
  type Reference,
  registerRows,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { Interface, searchProperties, toUtc } from '../model/index.js';
import { findByCodes } from './find-interfaces.js';

const write = defineQuery({ file: 'interface/write', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates interfaces by code. Throws InvalidInput: shape, unknown provider or scene. */
export function registerInterfaces(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Interface), input).map((row) => ({
    ...row,
    publishedAt: row.publishedAt === null ? null : toUtc(row.publishedAt),
  }));
  return registerRows(db, actor, {
    what: 'interface',
    rows,
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    check: (tx) =>
      checkReferences(
        tx,
        rows.flatMap((row, i): Reference[] => [
          { kind: 'departments', key: row.provider, path: `[${i}].provider` },
          { kind: 'useScenes', key: row.scene, path: `[${i}].scene` },
        ]),
      ),
    write: (tx, batch) =>
      write.run(tx, {
        rows: batch.map(({ code, provider, scene, ...properties }) => ({
          code,
          provider,
          scene,
          properties: {
            ...properties,
            ...searchProperties({
              title: properties.name,
              identifiers: [code, properties.path].filter((v) => v !== ''),
              texts: [properties.description],
            }),
          },
        })),
      }),
  });
}
