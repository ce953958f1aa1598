// What must be true before anything is started; every fault is found before one is reported.
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFault } from './faults.mjs';
import { isPortFree } from './ports.mjs';

const LEAST_FREE_BYTES = 512 * 1024 * 1024;

/** Like mkdir -p; Node's own never ends where the system says ENOENT for a folder in one that exists (/proc). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** A text when a folder cannot be made, written to or filled; undefined when it can. */
export function folderFault(name, folder) {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < LEAST_FREE_BYTES) {
      return `${name}=${folder} 所在磁盘空间不足 512 MB / has less than 512 MB of free disk`;
    }
    return undefined;
  } catch (error) {
    return `${name}=${folder} 不可写 / cannot be written: ${error.message}`;
  }
}

/** Texts for the ports that are taken, each with the variable that changes it. */
export async function portFaults(ports) {
  const checked = await Promise.all(
    ports.map(async ([name, port]) =>
      (await isPortFree(port))
        ? undefined
        : `端口 ${port} (${name}) 已被占用 / port ${port} is taken; 换一个 choose another: ${name}=${port + 10} npm start`,
    ),
  );
  return checked.filter(Boolean);
}

/** Throws one StartFault with all messages, when there are any. */
export function refuse(messages) {
  const all = messages.filter(Boolean);
  if (all.length > 0) throw new StartFault(all);
}
