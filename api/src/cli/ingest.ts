import { postBatch } from './post-batch.js';
import { type ReadEvent, readEvents } from './read-events.js';

const BATCH_EVENTS = 100;
const BATCH_CHARACTERS = 2_000_000;

export interface FileReport {
  file: string;
  received: number;
  accepted: number;
  refused: number;
  /** `reason` says where in the event and why. */
  faults: { line: number; reason: string }[];
}

/** Sends every event of a file to the API in batches and reports line by line what was refused. */
export async function ingestFile(api: string, file: string): Promise<FileReport> {
  const report: FileReport = { file, received: 0, accepted: 0, refused: 0, faults: [] };
  let batch: Extract<ReadEvent, { event: unknown }>[] = [];
  let characters = 0;

  async function send(): Promise<void> {
    if (batch.length === 0) return;
    const faults = await postBatch(
      api,
      batch.map((b) => b.event),
    );
    report.accepted += batch.length - faults.size;
    for (const [index, reason] of faults) report.faults.push({ line: batch[index]?.line ?? 0, reason });
    batch = [];
    characters = 0;
  }

  for await (const read of readEvents(file)) {
    report.received += 1;
    if ('fault' in read) {
      report.faults.push({ line: read.line, reason: read.fault });
      continue;
    }
    const size = JSON.stringify(read.event).length;
    if (batch.length === BATCH_EVENTS || characters + size > BATCH_CHARACTERS) await send();
    batch.push(read);
    characters += size;
  }
  await send();
  report.refused = report.received - report.accepted;
  report.faults.sort((a, b) => a.line - b.line);
  return report;
}
