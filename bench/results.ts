import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { alignTables } from './tables.js';

const FILE = join(import.meta.dirname, 'RESULTS.md');
const HEAD =
  '# Results\n\nWritten by `npm run bench -- NAME --record`. Read the ratios: both sides ran side by side on the same machine.\n';

/** The machine that a figure was measured on. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${model}, ${memory} GiB, Node.js ${process.versions.node}`;
}

/** Puts a bench's section into RESULTS.md, in place of its former one. */
export function record(name: string, body: string, file = FILE): void {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${open}\n\n${alignTables(body.trim())}\n\n${close}\n`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) writeFileSync(file, `${text.trimEnd()}\n\n${section}`);
  else
    writeFileSync(file, text.slice(0, start) + section + text.slice(end + close.length).replace(/^\n/, ''));
}
