// Which processes are ours, and how to stop them. A pid alone proves nothing (pids are reused), so every
// record carries the start time of its process; on Linux the environment also carries our marks, which
// finds children whose starter was killed before it could write them down.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export const MARKS = { owner: 'YL_OWNER', home: 'YL_HOME', repo: 'YL_REPO', role: 'YL_ROLE' };

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When process `pid` was started, as an opaque text; undefined when there is none (or only its zombie). */
export function identityOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    const out = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return out === '' || out.startsWith('Z') ? undefined : out.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/** True while the very process of the record still runs. */
export function isRunning(record) {
  return Number.isInteger(record?.pid) && identityOf(record.pid) === record.identity;
}

/** `pid.identity` of a process, the text that children carry as their owner. */
export function ownerText(pid = process.pid) {
  return `${pid}.${identityOf(pid)}`;
}

function ownerRuns(owner) {
  const dot = owner.indexOf('.');
  return isRunning({ pid: Number(owner.slice(0, dot)), identity: owner.slice(dot + 1) });
}

function readMarks(pid) {
  try {
    const found = {};
    for (const entry of readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')) {
      for (const [key, name] of Object.entries(MARKS)) {
        if (entry.startsWith(`${name}=`)) found[key] = entry.slice(name.length + 1);
      }
    }
    return found.owner === undefined ? undefined : found;
  } catch {
    return undefined;
  }
}

/** Marked processes whose starter is gone and that `matches(marks)` accepts; empty where /proc is missing. */
export function findOrphans(matches) {
  if (process.platform !== 'linux') return [];
  const orphans = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const marks = readMarks(pid);
    if (marks === undefined || !matches(marks) || ownerRuns(marks.owner)) continue;
    const identity = identityOf(pid);
    if (identity !== undefined) orphans.push({ pid, identity, role: marks.role ?? 'task' });
  }
  return orphans;
}

function signal(pid, name) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch (error) {
      if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
    }
  }
}

function groupExists(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function waitGone(record, ms) {
  const until = Date.now() + ms;
  while (isRunning(record)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Stops a process and its group: SIGTERM, up to `graceMs`, then SIGKILL. Says whether it went by itself. */
export async function stopProcess(record, graceMs = 10_000) {
  if (!isRunning(record)) {
    return true;
  }
  signal(record.pid, 'SIGTERM');
  const clean = await waitGone(record, graceMs);
  if (!clean) {
    signal(record.pid, 'SIGKILL');
    await waitGone(record, 5_000);
  }
  for (let i = 0; i < 40 && groupExists(record.pid); i++) await sleep(50);
  if (groupExists(record.pid)) signal(record.pid, 'SIGKILL');
  return clean;
}

/**
 * Calls `onGone` once when the npm that has started this process is gone: npm itself may have been killed, and
 * then no signal reaches us. Not for a start by hand, whose shell may well be closed.
 */
export function watchNpm(onGone, env = process.env) {
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 250);
  timer.unref();
}
