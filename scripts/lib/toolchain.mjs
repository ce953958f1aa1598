// Java and Maven for the managed Neo4j: found, or installed, or named with the ways out.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptCommand, firstKnownPackage, installPackagesWithApt } from './apt.mjs';
import { StartFault } from './faults.mjs';
import { jarsArePresent } from './neo4j-jars.mjs';

const JAVA_PACKAGES = ['openjdk-17-jre-headless', 'openjdk-21-jre-headless'];

/** The major version in what `java -version` prints; undefined when it is none. */
export function javaMajor(text) {
  const found = /version "(\d+)(?:\.(\d+))?/.exec(text);
  if (found === null) return undefined;
  return found[1] === '1' ? Number(found[2]) : Number(found[1]);
}

/** A Java of at least 17: `{ java }`, or `{ fault }` that says what was found instead. */
export function findJava(env = process.env) {
  const candidates = [env.JAVA_HOME && join(env.JAVA_HOME, 'bin', 'java'), 'java'].filter(Boolean);
  let fault = '没有 Java / there is no Java';
  for (const java of candidates) {
    const shown = spawnSync(java, ['-version'], { encoding: 'utf8' });
    if (shown.error || shown.status !== 0) continue;
    const major = javaMajor(`${shown.stderr}${shown.stdout}`);
    if (major >= 17) return { java };
    fault = `${java} 是 Java ${major ?? '?'}，需要 ≥ 17 / is Java ${major ?? '?'}, 17 or newer is needed`;
  }
  return { fault };
}

/** Maven's command, when it works. */
export function findMaven(env = process.env) {
  const candidates = [env.MAVEN_HOME && join(env.MAVEN_HOME, 'bin', 'mvn'), 'mvn'].filter(Boolean);
  return candidates.find((mvn) => spawnSync(mvn, ['-v'], { encoding: 'utf8' }).status === 0);
}

function missing(cache, env) {
  const java = findJava(env);
  const maven = jarsArePresent(cache) ? 'not needed' : findMaven(env);
  return {
    java: java.java,
    maven,
    faults: [java.fault, maven ? undefined : '没有 Maven / there is no Maven'].filter(Boolean),
  };
}

function packagesFor(lack) {
  const java = lack.java ? [] : [firstKnownPackage(JAVA_PACKAGES) ?? JAVA_PACKAGES[0]];
  return lack.maven ? java : [...java, 'maven'];
}

/** The message for a machine without Java or Maven: what is missing, and three ways out. */
export function toolchainFault(faults, packages, hasApt) {
  const command = hasApt
    ? aptCommand(packages)
    : '安装 Java 17 (JRE) 与 Maven / install a Java 17 runtime and Maven';
  return [
    `托管的 Neo4j 需要 Java ≥ 17 与 Maven / the managed Neo4j needs Java 17 and Maven: ${faults.join('; ')}`,
    `一 / 1. 安装 install: ${command}`,
    '二 / 2. Docker: docker compose -f deploy/compose.yaml up --build',
    '三 / 3. 已有的 Neo4j / a Neo4j of your own: NEO4J_URI=bolt://HOST:7687 NEO4J_USER=… NEO4J_PASSWORD=… npm start',
  ].join('\n');
}

/** Java and Maven for a cache (`{ java, maven }`); installs them where it may, else a StartFault. */
export async function ensureToolchain({ supervisor, cache, logs, onNote, env = process.env }) {
  let lack = missing(cache, env);
  if (lack.faults.length > 0) {
    const before = lack;
    let reason;
    try {
      await installPackagesWithApt(() => packagesFor(before), {
        supervisor,
        logFile: join(logs, 'apt.log'),
        onNote,
      });
    } catch (error) {
      if (!(error instanceof StartFault)) throw error;
      reason = error.message;
    }
    lack = missing(cache, env);
    if (lack.faults.length > 0) {
      const text = toolchainFault(lack.faults, packagesFor(lack), existsSync('/usr/bin/apt-get'));
      throw new StartFault(reason ? [text, reason] : text);
    }
  }
  return { java: lack.java, maven: lack.maven };
}
