import type { IndexData } from './data.js';

/** Changes whenever the arrays change their meaning, so that bytes of another build are never read as this one's. */
export const LAYOUT = 2;

/** Index data as bytes that threads share and a file holds, and what JSON can say about them. */
export interface PackedIndex {
  header: string;
  buffer: SharedArrayBuffer;
}

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type View = new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray;
const KINDS: readonly View[] = [Uint8Array, Uint16Array, Uint32Array, Float64Array];
/** Every array begins at a multiple of the widest element. */
const ALIGNMENT = 8;

/** What JSON cannot hold: arrays by kind, place and length; maps; numbers without end. */
interface Marked {
  $array?: [kind: number, offset: number, length: number];
  $map?: [unknown, unknown][];
  $number?: 'Infinity' | '-Infinity';
}

/** Bytes that packed data takes, header included. */
export const indexBytes = (packed: PackedIndex): number =>
  packed.buffer.byteLength + Buffer.byteLength(packed.header);

/** Lays all arrays of the data one after another into one shared buffer; an array within another is laid down once. */
export function packIndexData(data: IndexData): PackedIndex {
  const arrays = new Set<TypedArray>();
  collectArrays(data, arrays);
  const { places, bytes } = layOut(arrays);
  const buffer = new SharedArrayBuffer(bytes);
  for (const [array, offset] of places) {
    new Uint8Array(buffer, offset, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
  }
  return { header: JSON.stringify({ layout: LAYOUT, bytes, data: toJson(data, places) }), buffer };
}

/** The data over the bytes: views only, nothing is copied. An Error when header and buffer are no such pair. */
export function unpackIndexData({ header, buffer }: PackedIndex): IndexData {
  const { layout, bytes, data } = JSON.parse(header, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { $array, $map, $number } = value as Marked;
    if ($array !== undefined) return new KINDS[$array[0]]!(buffer, $array[1], $array[2]);
    if ($map !== undefined) return new Map($map);
    return $number === undefined ? value : Number($number);
  }) as { layout: number; bytes: number; data: IndexData };
  if (layout !== LAYOUT) throw new Error(`index of layout ${layout}, not ${LAYOUT}`);
  if (bytes !== buffer.byteLength) throw new Error(`index of ${bytes} bytes in ${buffer.byteLength}`);
  return data;
}

const isTypedArray = (value: object): value is TypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** Parts by name, so that equal data are laid out alike however they came about. */
const partsOf = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

function collectArrays(value: unknown, found: Set<TypedArray>): void {
  if (typeof value !== 'object' || value === null || value instanceof Map) return;
  if (isTypedArray(value)) found.add(value);
  else if (Array.isArray(value)) for (const part of value) collectArrays(part, found);
  else for (const [, part] of partsOf(value)) collectArrays(part, found);
}

function layOut(arrays: Set<TypedArray>): { places: Map<TypedArray, number>; bytes: number } {
  const wholes = wholeArrays(arrays);
  const places = new Map<TypedArray, number>();
  let bytes = 0;
  for (const array of arrays) {
    if (wholes.has(array)) continue;
    places.set(array, bytes);
    bytes += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
  }
  for (const [array, whole] of wholes) {
    places.set(array, places.get(whole)! + array.byteOffset - whole.byteOffset);
  }
  return { places, bytes };
}

/** By array that is a part of another: the widest one that holds it. */
function wholeArrays(arrays: Set<TypedArray>): Map<TypedArray, TypedArray> {
  const wholes = new Map<TypedArray, TypedArray>();
  const ofBuffer = new Map<ArrayBufferLike, TypedArray[]>();
  for (const array of arrays) {
    if (array.length === 0) continue;
    const others = ofBuffer.get(array.buffer);
    if (others === undefined) ofBuffer.set(array.buffer, [array]);
    else others.push(array);
  }
  for (const group of ofBuffer.values()) {
    group.sort((a, b) => a.byteOffset - b.byteOffset || b.byteLength - a.byteLength);
    let whole = group[0]!;
    for (const array of group.slice(1)) {
      const isPart = array.byteOffset + array.byteLength <= whole.byteOffset + whole.byteLength;
      if (isPart) wholes.set(array, whole);
      else whole = array;
    }
  }
  return wholes;
}

function toJson(value: unknown, places: Map<TypedArray, number>): unknown {
  if (value === Infinity || value === -Infinity) return { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return { $map: [...value] };
  if (isTypedArray(value)) {
    const kind = KINDS.findIndex((known) => value instanceof known);
    if (kind < 0) throw new TypeError(`no place for a ${value.constructor.name}`);
    return { $array: [kind, places.get(value), value.length] };
  }
  if (Array.isArray(value)) return value.map((part) => toJson(part, places));
  return Object.fromEntries(partsOf(value).map(([key, part]) => [key, toJson(part, places)]));
}
