import { createHash } from 'node:crypto';
import type { IndexData } from './data.js';
import { idAt, idBytes, writeIdLine } from './id-table.js';
import type { CompletenessFacts } from './types.js';

const CHUNK_LINES = 16_384;

/**
 * SHA-256 over one line each: the ids of `fields` (ascending vertex numbers, which is by dataset id, then id), then
 * `others` sorted.
 */
export function digestOf(data: IndexData, fields: Iterable<number>, others: readonly string[]): string {
  const hash = createHash('sha256');
  const { ids } = data.fields;
  const chunk = Buffer.allocUnsafe(CHUNK_LINES * idBytes(ids));
  let lines = 0;
  let end = 0;
  for (const field of fields) {
    end = writeIdLine(ids, field, chunk, end);
    if (++lines < CHUNK_LINES) continue;
    hash.update(chunk.subarray(0, end));
    lines = 0;
    end = 0;
  }
  hash.update(chunk.subarray(0, end));
  for (const line of [...others].sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** An answer set as members of the digest. */
export interface AnswerSet {
  /** Ascending. */
  fields: Iterable<number>;
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
  answer: () => AnswerSet,
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
      if (digest === undefined) {
        const members = answer();
        digest = digestOf(data, members.fields, otherLines(data, members));
      }
      return digest;
    },
  };
}
