// The jars of the managed Neo4j, fetched once by Maven into the cache and shared by all homes.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFault } from './faults.mjs';
import { identityOf } from './processes.mjs';

/** The version of the managed Neo4j Community: the 5.26 long-term line, on Java 17 or 21. */
export const NEO4J_VERSION = '5.26.31';

const POM = join(dirname(fileURLToPath(import.meta.url)), 'neo4j-pom.xml');

const folderOf = (cache) => join(cache, `neo4j-${NEO4J_VERSION}`);

/** The folder of jars in a cache. It appears under this name only when it is complete. */
export const jarFolder = (cache) => join(folderOf(cache), 'lib');

/** True when the jars are in the cache. */
export const jarsArePresent = (cache) => existsSync(jarFolder(cache));

function removeAbandonedDrafts(cache) {
  for (const name of readdirSync(cache)) {
    const pid = /^neo4j-.*\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && identityOf(Number(pid)) === undefined) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

/** Fetches the jars unless they are there; a download that is killed leaves nothing that looks complete. */
export async function fetchJars({ supervisor, cache, maven, logs, onNote }) {
  if (jarsArePresent(cache)) return 'cached';
  mkdirSync(cache, { recursive: true });
  removeAbandonedDrafts(cache);
  const draft = join(cache, `neo4j-${NEO4J_VERSION}.${process.pid}.tmp`);
  mkdirSync(draft, { recursive: true });
  copyFileSync(POM, join(draft, 'pom.xml'));
  let files = 0;
  try {
    await supervisor.runTask({
      role: 'maven',
      command: maven,
      args: [
        '-B',
        '-f',
        join(draft, 'pom.xml'),
        `-Dneo4j=${NEO4J_VERSION}`,
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${join(draft, 'lib')}`,
      ],
      cwd: draft,
      env: process.env,
      logFile: join(logs, 'maven.log'),
      onLine: (line) => {
        if (!/Downloaded from/.test(line)) return;
        files += 1;
        onNote?.(`${files} 个文件已下载 / files downloaded`);
      },
    });
    if (!existsSync(join(draft, 'lib', `neo4j-server-${NEO4J_VERSION}.jar`))) {
      throw new StartFault(
        `Maven 没有取到 Neo4j 的 jar / Maven did not bring the Neo4j jars: ${join(logs, 'maven.log')}`,
      );
    }
    rmSync(join(draft, 'pom.xml'));
    publish(draft, cache);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return 'fetched';
}

function publish(draft, cache) {
  try {
    renameSync(draft, folderOf(cache));
  } catch (error) {
    if (!jarsArePresent(cache)) throw error; // otherwise another start has published the same jars first
  }
}
