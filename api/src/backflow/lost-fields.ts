import type { BackflowLink, Field } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { fieldsOfDataset } from '../loaders/dataset.js';

/** Fields of what was collected from which nothing, by the lineage of now, flows to where the link lands. */
export async function lostFields(context: Context, link: BackflowLink): Promise<Field[]> {
  if (link.collected === null) return [];
  const index = context.graph.lineage.current(context.signal);
  const landing = { kind: 'DATASET', id: link.to } as const;
  const collected = await fieldsOfDataset(context, link.collected);
  const ids = collected.map(({ id }) => id);
  const returned = new Set<string>(
    index.has(landing) ? await index.reachedFields(landing, 'UPSTREAM', {}, ids) : [],
  );
  return collected.filter(({ id }) => !returned.has(id));
}

/** How many collected fields come back over none of the links; a dataset that several links collect counts once. */
export async function countLostFields(context: Context, links: readonly BackflowLink[]): Promise<number> {
  const fields = await Promise.all(links.map((link) => lostFields(context, link)));
  const lost = new Map<string, Set<string>>();
  for (const [i, link] of links.entries()) {
    if (link.collected === null) continue;
    const ids = new Set<string>(fields[i]?.map(({ id }) => id));
    const known = lost.get(link.collected);
    lost.set(link.collected, known ? new Set([...known].filter((id) => ids.has(id))) : ids);
  }
  return [...lost.values()].reduce((sum, ids) => sum + ids.size, 0);
}
