import { z } from 'zod';
import {
  type Db,
  defineQuery,
  type Page,
  PageRequest,
  pageOf,
  parseInput,
  single,
  skipOf,
} from '../db/index.js';
import { foldText, type Interface, InterfaceFilter, type Viewer } from '../model/index.js';
import { StoredInterface } from './find-interfaces.js';

const Question = PageRequest.extend({ filter: InterfaceFilter.nullish() });
const Filter = InterfaceFilter.extend({ text: z.string() });

const countInterfaces = defineQuery({
  file: 'interface/count',
  mode: 'read',
  params: z.object({ filter: Filter }),
  row: z.object({ total: z.number().int() }),
});
const listPage = defineQuery({
  file: 'interface/list',
  mode: 'read',
  params: z.object({ filter: Filter, skip: z.number().int(), limit: z.number().int() }),
  row: single('interface', StoredInterface),
});

/** A page of interfaces by name; `text` is a plain part of name, code or description. Throws InvalidInput. */
export async function listInterfaces(
  db: Db,
  _viewer: Viewer,
  question: z.input<typeof Question> = {},
): Promise<Page<Interface>> {
  const { filter, first, after } = parseInput(Question, question);
  const wanted = { ...InterfaceFilter.parse(filter ?? {}), text: foldText(filter?.text ?? '') };
  const skip = skipOf(after);
  return db.read(async (tx) => {
    const total = (await countInterfaces.first(tx, { filter: wanted }))?.total ?? 0;
    return pageOf(await listPage.run(tx, { filter: wanted, skip, limit: first }), total, skip);
  }, 'interface/list');
}
