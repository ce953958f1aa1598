// Log files of children under <home>/logs, and their last lines for a message.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Begins the lines of one run, so that a message never quotes an earlier one. */
const HEADING = '────────';

const KEEP_BYTES = 5 * 1024 * 1024;

/** Opens a log to append to; a log that has grown large is moved to `.1` first. */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > KEEP_BYTES) renameSync(file, `${file}.1`);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const log = openSync(file, 'a', 0o600);
  writeSync(log, `${HEADING} ${new Date().toISOString()}\n`);
  return log;
}

/** The end of a log, at most `bytes` of it. */
function endOf(file, bytes) {
  let handle;
  try {
    handle = openSync(file, 'r');
    const size = fstatSync(handle).size;
    const buffer = Buffer.alloc(Math.min(size, bytes));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8').trimEnd();
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

const TELLING =
  /\b(error|failed|cannot|refused|denied|missing|not found|caused by|no space)\b|ERR!|✗|EUSAGE/i;
const NOISE =
  /^npm (error|warn) *($|A complete log|Run "npm help|\[)|^\s+at |npm error (path|location|workspace|command)/;

/** The lines of a log's end that say what went wrong, at most `lines`; when none does, its last lines. */
export function whatWentWrong(file, lines = 12) {
  const all = endOf(file, 32_768).split(HEADING).at(-1).split('\n').slice(1);
  const telling = all.filter((line) => TELLING.test(line) && !NOISE.test(line));
  return (telling.length > 0 ? telling : all).slice(-lines).join('\n');
}
