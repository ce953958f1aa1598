import type { z } from 'zod';
import type { EdgeRow, IndexDataBuilder } from '../../index/index.js';
import { DatasetLayer, EdgeKind, EdgeSubtype, Grade, MaskingMethod } from '../../model/index.js';

/*
 * Lines of the queries that read everything: values between tabs, '' where there is none. Millions are parsed, so each
 * value is looked up instead of being taken through a schema.
 */

type DatasetRow = Parameters<IndexDataBuilder['dataset']>[0];
type FieldRow = Parameters<IndexDataBuilder['field']>[0];

function lookup<V extends string>(enumeration: z.ZodType<V> & { options: readonly V[] }) {
  const known = new Map<string, V>(enumeration.options.map((value) => [value, value]));
  return (text: string | undefined, line: string): V => known.get(text ?? '') ?? refuse(line);
}
function refuse(line: string): never {
  throw new Error(`a bad row of the lineage: ${line}`);
}
const optional =
  <V>(read: (text: string, line: string) => V) =>
  (text: string | undefined, line: string): V | null =>
    text === '' || text === undefined ? null : read(text, line);

const layerOf = optional(lookup(DatasetLayer));
const gradeOf = optional(lookup(Grade));
const maskingOf = optional(lookup(MaskingMethod));
const kindOf = lookup(EdgeKind);
const subtypeOf = lookup(EdgeSubtype);
const textOf = optional((text) => text);

/** Values of a line; a line of another number of values is refused. */
function valuesOf(line: string, count: number): string[] {
  const values = line.split('\t');
  return values.length === count ? values : refuse(line);
}

export function datasetOf(line: string): DatasetRow {
  const [id = '', department, library, layer] = valuesOf(line, 4);
  return {
    id,
    department: textOf(department, line),
    library: textOf(library, line),
    layer: layerOf(layer, line),
  };
}

export function fieldOf(line: string): FieldRow {
  const [id = '', dataset = '', grade] = valuesOf(line, 3);
  return { id, dataset, grade: gradeOf(grade, line) };
}

export function edgeOf(line: string): EdgeRow {
  const values = valuesOf(line, 12);
  const [id = '', from = '', to = '', kind, subtype, masking, reversible, backflow] = values;
  const [validFrom = '', validTo, recordedAt = '', retractedAt] = values.slice(8);
  return {
    id,
    from,
    to,
    kind: kindOf(kind, line),
    subtype: subtypeOf(subtype, line),
    masking: maskingOf(masking, line),
    reversible: reversible === '1',
    backflow: backflow === '1',
    validFrom,
    validTo: textOf(validTo, line),
    recordedAt,
    retractedAt: textOf(retractedAt, line),
  };
}
