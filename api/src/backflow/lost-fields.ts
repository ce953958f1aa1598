import type { BackflowLink, Field } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { fieldsOfDataset } from '../loaders/dataset.js';

/** Fields of what was collected from which nothing, by the lineage of now, flows to where the link lands. */
export async function lostFields(context: Context, link: BackflowLink): Promise<Field[]> {
  if (link.collected === null) return [];
  const index = context.graph.lineage.current();
  const landing = { kind: 'DATASET', id: link.to } as const;
  const returned = new Set(index.has(landing) ? index.reachedFields(landing, 'UPSTREAM') : []);
  const collected = await fieldsOfDataset(context, link.collected);
  return collected.filter(({ id }) => !returned.has(id));
}
