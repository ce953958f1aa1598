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
import { BackflowLink, fieldIdOf } from '../model/index.js';
import { findByCodes } from './find-links.js';

const write = defineQuery({ file: 'backflow/write', mode: 'write', params: WriteRows, row: Written });

/** Every thing that a link names, with where it names it. */
function mentions(link: BackflowLink, i: number): Reference[] {
  return [
    { kind: 'datasets', key: link.from, path: `[${i}].from` },
    { kind: 'datasets', key: link.to, path: `[${i}].to` },
    { kind: 'datasets', key: link.collected, path: `[${i}].collected` },
    { kind: 'departments', key: link.serves, path: `[${i}].serves` },
    ...link.mapping.flatMap((pair, j): Reference[] => [
      { kind: 'fields', key: fieldIdOf(link.from, pair.from), path: `[${i}].mapping[${j}].from` },
      { kind: 'fields', key: fieldIdOf(link.to, pair.to), path: `[${i}].mapping[${j}].to` },
    ]),
  ];
}

/** Creates or updates backflow links by code. Throws InvalidInput: shape, unknown datasets, department or mapped fields. */
export function registerLinks(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(BackflowLink), input);
  return registerRows(db, actor, {
    what: 'backflowLink',
    rows,
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    check: (tx) => checkReferences(tx, rows.flatMap(mentions)),
    write: (tx, batch) =>
      write.run(tx, {
        rows: batch.map(({ code, from, to, collected, serves, mapping, ...properties }) => ({
          code,
          from,
          to,
          collected,
          serves,
          properties: { ...properties, mappingJson: JSON.stringify(mapping) },
        })),
      }),
  });
}
