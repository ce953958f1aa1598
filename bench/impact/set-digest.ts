import { createHash } from 'node:crypto';
import { datasetId, fieldId, type GeneratedGraph } from '../generator.js';
import { UNREACHED } from './oracle.js';

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * Digests of answer sets, as the index writes them: SHA-256 over one line for each field, by dataset id, then field id.
 * All lines are written down once, so that a thousand sets cost little more than their hashes.
 */
export function setDigests(graph: GeneratedGraph): (rings: Uint8Array) => string {
  const order = new Uint32Array(graph.fields);
  const width = fieldId(0).length + 1;
  const text = Buffer.allocUnsafe(graph.fields * width);
  const datasets = graph.datasets.map(({ first, size }, d) => ({ id: datasetId(d), first, size }));
  datasets.sort((a, b) => byText(a.id, b.id));
  let written = 0;
  for (const { first, size } of datasets) {
    const fields = Array.from({ length: size }, (_, i) => ({ id: fieldId(first + i), field: first + i }));
    for (const { id, field } of fields.sort((a, b) => byText(a.id, b.id))) {
      text.write(`${id}\n`, written * width, 'latin1');
      order[written++] = field;
    }
  }
  const chosen = Buffer.allocUnsafe(text.length);
  return (rings) => {
    let end = 0;
    for (let i = 0; i < order.length; i++) {
      if (rings[order[i]!] === UNREACHED) continue;
      text.copy(chosen, end, i * width, (i + 1) * width);
      end += width;
    }
    return createHash('sha256').update(chosen.subarray(0, end)).digest('hex');
  };
}
