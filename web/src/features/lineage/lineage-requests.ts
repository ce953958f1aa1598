import {
  LineageBoxesDocument,
  type LineageBoxesQuery,
  LineageDatasetFieldsDocument,
  LineageDocument,
  type TypedDocumentString,
} from '@/lib/api/gql/graphql';
import type { AsOf } from './lineage-time';
import type { BoxFacts, LineageAnswer, Ring } from './lineage-types';
import { RING_ORDER } from './lineage-types';
import type { Depth } from './lineage-url';

/** Sends one document: from the browser or from the server. */
export type Ask = <R, V>(document: TypedDocumentString<R, V>, variables: V) => Promise<R>;

export interface PictureQuestion {
  id: string;
  direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';
  depth: Depth;
  rings: readonly Ring[];
  /** The point in time; null = now. */
  asOf: AsOf | null;
}

/** So many boxes in one question: their lists cost the API. */
const CHUNK = 80;

/** Asks for a picture: one question; null when the lineage does not know the start. */
export async function askPicture(question: PictureQuestion, ask: Ask): Promise<LineageAnswer | null> {
  const { id, direction, depth, rings, asOf } = question;
  const variables = {
    id,
    direction,
    depth: depth === 'all' ? null : depth,
    rings: rings.length === RING_ORDER.length ? null : [...rings],
    asOf,
  };
  return (await ask(LineageDocument, variables)).lineage ?? null;
}

/** Ids of the boxes that an answer makes. */
export function boxIdsOf({ nodes }: LineageAnswer): string[] {
  const ids = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'FIELD') ids.add(node.id);
    else if (node.datasetId) ids.add(node.datasetId);
  }
  return [...ids];
}

/** What an answer itself says of its boxes. */
export const factsIn = (answer: LineageAnswer): BoxFacts[] =>
  (answer.datasets ?? []).map(({ upstreamCount, downstreamCount, ...box }) => ({
    ...box,
    upBoxes: upstreamCount,
    downBoxes: downstreamCount,
  }));

/** What boxes are linked with beyond the picture, and the names under which interfaces give fields out: may come later. */
export async function askBoxes(ids: readonly string[], ask: Ask): Promise<BoxFacts[]> {
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) =>
    ids.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const answers = await Promise.all(chunks.map((part) => ask(LineageBoxesDocument, { ids: part })));
  return answers.flatMap(({ nodes }) => nodes.flatMap(linksOf));
}

function linksOf(node: LineageBoxesQuery['nodes'][number]): BoxFacts[] {
  if (node?.__typename === 'Dataset') {
    const { id, upstreamDatasetCount, downstreamDatasetCount, interfaces } = node;
    return [{ id, upBoxes: upstreamDatasetCount, downBoxes: downstreamDatasetCount + interfaces.length }];
  }
  if (node?.__typename === 'Interface') {
    const { id, grade, exposures, consumerCount } = node;
    return [
      {
        id,
        grade,
        upBoxes: new Set(exposures.map(({ field }) => field.dataset.id)).size,
        downBoxes: consumerCount,
        aliases: new Map(exposures.map(({ alias, field }) => [field.id, alias])),
      },
    ];
  }
  if (node?.__typename === 'Consumer') {
    const valid = node.authorizations.filter((grant) => grant.valid);
    return [{ id: node.id, upBoxes: new Set(valid.map((grant) => grant.interface.id)).size }];
  }
  return [];
}

/** All fields of a dataset, for a box that is opened. */
export async function askFields(id: string, ask: Ask): Promise<BoxFacts> {
  const { node } = await ask(LineageDatasetFieldsDocument, { id });
  if (node?.__typename !== 'Dataset') return { id };
  return {
    id,
    fields: node.fields.map(({ path, title, ...field }) => ({ ...field, name: path, label: title || path })),
  };
}
