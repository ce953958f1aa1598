// Log files of children under <home>/logs, and their last lines for a message.
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const KEEP_BYTES = 5 * 1024 * 1024;

/** Opens a log to append to; a log that has grown large is moved to `.1` first. */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > KEEP_BYTES) renameSync(file, `${file}.1`);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return openSync(file, 'a', 0o600);
}

/** The last lines of a log, at most `lines`, read from its end. */
export function tailOf(file, lines = 20) {
  let handle;
  try {
    handle = openSync(file, 'r');
    const size = fstatSync(handle).size;
    const bytes = Buffer.alloc(Math.min(size, 16_384));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
