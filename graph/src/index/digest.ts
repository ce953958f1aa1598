import { createHash } from 'node:crypto';
import { fieldId } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { idAt } from './id-table.js';
import type { CompletenessFacts } from './types.js';

const LINES_AT_ONCE = 4096;

/**
 * SHA-256 over one line each: the ids of `fields` (ascending vertex numbers, which is by dataset id, then id), then
 * `others` sorted.
 */
export function digestOf(data: IndexData, fields: Iterable<number>, others: readonly string[]): string {
  const hash = createHash('sha256');
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) hash.update(`${lines.join('\n')}\n`);
    lines = [];
  };
  for (const field of fields) {
    if (lines.push(fieldId(data, field)) === LINES_AT_ONCE) flush();
  }
  lines.push(...[...others].sort());
  flush();
  return hash.digest('hex');
}

/** An answer set as members of the digest. */
export interface AnswerSet {
  /** Ascending. */
  fields: () => Iterable<number>;
  datasets?: Iterable<number>;
  interfaces?: Iterable<number>;
  consumers?: Iterable<number>;
}

/** The lines beside the fields: what the contract writes for the other kinds. */
function otherLines(data: IndexData, answer: AnswerSet): string[] {
  return [
    ...Array.from(answer.datasets ?? [], (d) => `dataset:${idAt(data.datasets.ids, d)}`),
    ...Array.from(answer.interfaces ?? [], (i) => `interface:${data.interfaces[i]!}`),
    ...Array.from(answer.consumers ?? [], (c) => `consumer:${data.consumers[c]!}`),
  ];
}

/** Completeness of an answer; the digest is worked out when somebody reads it, once. */
export function completenessOf(
  data: IndexData,
  facts: { visitedFields: number; visitedEdges: number; reason?: string | null },
  answer: AnswerSet,
): CompletenessFacts {
  let digest: string | undefined;
  const reason = facts.reason ?? null;
  return {
    complete: reason === null,
    reason,
    snapshotVersion: data.version,
    visitedFields: facts.visitedFields,
    visitedEdges: facts.visitedEdges,
    hiddenNodes: 0,
    get digest() {
      digest ??= digestOf(data, answer.fields(), otherLines(data, answer));
      return digest;
    },
  };
}
