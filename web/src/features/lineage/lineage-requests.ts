import {
  LineageBoxesDocument,
  type LineageBoxesQuery,
  LineageDatasetFieldsDocument,
  LineageDocument,
  type TypedDocumentString,
} from '@/lib/api/gql/graphql';
import type { BoxFacts, LineageAnswer, Ring } from './lineage-types';
import { RING_ORDER } from './lineage-types';
import type { Depth } from './lineage-url';

/** Sends one document: from the browser or from the server. */
export type Ask = <R, V>(document: TypedDocumentString<R, V>, variables: V) => Promise<R>;

/** A lineage answer with what its boxes need beyond it. */
export interface Picture {
  answer: LineageAnswer;
  facts: readonly BoxFacts[];
}

export interface PictureQuestion {
  id: string;
  direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';
  depth: Depth;
  rings: readonly Ring[];
}

/** So many boxes in one question: their lists cost the API. */
const CHUNK = 80;

/** Asks for a picture; null when the lineage does not know the start. */
export async function askPicture(question: PictureQuestion, ask: Ask): Promise<Picture | null> {
  const { id, direction, depth, rings } = question;
  const variables = {
    id,
    direction,
    depth: depth === 'all' ? null : depth,
    rings: rings.length === RING_ORDER.length ? null : [...rings],
  };
  const { lineage } = await ask(LineageDocument, variables);
  if (!lineage) return null;
  const ids = new Set<string>();
  for (const node of lineage.nodes) {
    if (node.kind !== 'FIELD') ids.add(node.id);
    else if (node.datasetId) ids.add(node.datasetId);
  }
  const all = [...ids];
  const chunks = Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) =>
    all.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const answers = await Promise.all(chunks.map((part) => ask(LineageBoxesDocument, { ids: part })));
  return { answer: lineage, facts: answers.flatMap(({ nodes }) => nodes.flatMap(factsOf)) };
}

function factsOf(node: LineageBoxesQuery['nodes'][number]): BoxFacts[] {
  if (node?.__typename === 'Dataset') {
    const { id, title, datasetName, layer, grade, personalInfo, fieldCount, provider, interfaces } = node;
    return [
      {
        id,
        label: title || datasetName,
        name: datasetName,
        layer,
        grade,
        personalInfo,
        fieldCount,
        departmentCode: provider?.code,
        departmentName: provider?.shortName,
        upBoxes: node.upstreamDatasetCount,
        downBoxes: node.downstreamDatasetCount + interfaces.length,
      },
    ];
  }
  if (node?.__typename === 'Interface') {
    const { id, code, interfaceName, grade, provider, exposures, consumerCount } = node;
    return [
      {
        id,
        label: interfaceName,
        name: code,
        grade,
        departmentCode: provider?.code,
        departmentName: provider?.shortName,
        upBoxes: new Set(exposures.map(({ field }) => field.dataset.id)).size,
        downBoxes: consumerCount,
        aliases: new Map(exposures.map(({ alias, field }) => [field.id, alias])),
      },
    ];
  }
  if (node?.__typename === 'Consumer') {
    const { id, code, consumerName, operatedBy, authorizations } = node;
    return [
      {
        id,
        label: consumerName,
        name: code,
        departmentCode: operatedBy?.code,
        departmentName: operatedBy?.shortName,
        upBoxes: new Set(authorizations.filter(({ valid }) => valid).map((a) => a.interface.id)).size,
      },
    ];
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
