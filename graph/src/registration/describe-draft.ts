import type { DatasetDescription } from '../dataset/index.js';
import type { FieldDescription } from '../field/index.js';
import type { CatalogueKey, CellValue, DatasetDraft, Item } from '../ingest/spreadsheet/index.js';
import { type Dataset, type DatasetId, DatasetMetadata, type Field, Particulars } from '../model/index.js';

type Values = Partial<Record<CatalogueKey, CellValue>>;

/** Data of a later day may have arrived since the form was filled in: the later one holds. */
function updatedAt(day: string, before: string | null): string {
  const said = new Date(`${day}T00:00:00+08:00`).toISOString();
  return before !== null && before > said ? before : said;
}

const NOTHING: DatasetMetadata = {
  title: '',
  abstract: '',
  layer: null,
  resourceCode: null,
  theme: null,
  resourceType: null,
  subject: null,
  keywords: [],
  sharingType: null,
  sharingCondition: '',
  sharingBasis: '',
  openType: null,
  openCondition: '',
  updateFrequency: null,
  dataUpdatedAt: null,
  rowCount: null,
  spatial: null,
  temporal: null,
  contact: null,
  synthetic: false,
};

function particularsOf(values: Values, before: Particulars | null): Particulars | null {
  const said = { ...before };
  for (const key of Particulars.keyType.options) {
    const value = values[key];
    if (value !== undefined) said[key] = String(value);
  }
  // One order of keys, so that what is stored can be compared with what is said.
  const all = Particulars.keyType.options.flatMap((key) =>
    said[key] === undefined ? [] : [[key, said[key]] as const],
  );
  return all.length === 0 ? null : (Object.fromEntries(all) as Particulars);
}

/** The catalogue entry that a draft asks for: cells that are empty leave what the dataset has. */
export function describeDraft(draft: DatasetDraft, before: Dataset | null): DatasetDescription {
  const { values, namespace, name } = draft;
  const { modified, sharingType, sharingCondition, sharingBasis } = values;
  const known: Partial<Record<string, unknown>> = before ?? NOTHING;
  const metadata = Object.fromEntries(
    Object.keys(DatasetMetadata.shape).map((key) => [key, values[key as CatalogueKey] ?? known[key]]),
  ) as DatasetMetadata;
  return {
    ...metadata,
    namespace,
    name,
    // A registration that is not shared may write its law into the condition.
    sharingBasis: String(
      sharingBasis ?? (sharingType === 'NOT_SHARED' ? sharingCondition : metadata.sharingBasis),
    ),
    dataUpdatedAt: updatedAt(String(modified), before?.dataUpdatedAt ?? null),
    provider: values.provider as string | undefined,
    library: values.library as string | undefined,
    source: values.source as string | undefined,
    particulars: particularsOf(values, before?.particulars ?? null),
  };
}

/** The field that an item asks for: what the file does not say stays as it is. New ones stand behind the known ones. */
export function describeItem(
  item: Item,
  dataset: DatasetId,
  { field, fieldCount, synthetic }: { field: Field | null; fieldCount: number; synthetic: boolean },
): FieldDescription {
  return {
    dataset,
    path: item.path,
    title: item.title,
    description: item.description ?? field?.description ?? '',
    type: item.type,
    ordinal: item.ordinal ?? field?.ordinal ?? fieldCount + item.position,
    personalInfo: item.personalInfo ?? field?.personalInfo ?? 'NONE',
    personalInfoKind:
      item.personalInfo === 'NONE' ? null : (item.personalInfoKind ?? field?.personalInfoKind ?? null),
    synthetic: field?.synthetic ?? synthetic,
  };
}
