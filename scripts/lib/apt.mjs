// Installing Debian packages: by ourselves as root without a terminal, after a question at a terminal, and
// not at all elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

/** What may be done on this machine: `auto`, `ask` or `no`. */
export function aptMode({
  uid = process.getuid?.(),
  terminal = Boolean(process.stdin.isTTY && process.stderr.isTTY),
  hasApt = existsSync('/usr/bin/apt-get'),
} = {}) {
  if (!hasApt) return 'no';
  if (terminal) return 'ask';
  return uid === 0 ? 'auto' : 'no';
}

/** The command a person would type. */
export function aptCommand(packages, uid = process.getuid?.()) {
  return `${uid === 0 ? '' : 'sudo '}apt-get install -y ${packages.join(' ')}`;
}

async function agrees(command) {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(
      `需要安装系统软件包 / system packages are needed:\n  ${command}\n现在安装？ Install now? [y/N] `,
    );
    return /^(y|yes|是)$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** The first of several package names that apt knows; undefined when it knows none. */
export function firstKnownPackage(names) {
  return names.find((name) => {
    const shown = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))\S/.test(shown.stdout ?? '');
  });
}

/**
 * Installs packages if it may (see `aptMode`). Returns true when apt says they are installed.
 * `packages` is asked after the lists are fresh, since a new container has none.
 */
export async function installPackagesWithApt(packages, { supervisor, logFile, onNote }) {
  const mode = aptMode();
  if (mode === 'no') return false;
  const root = process.getuid?.() === 0;
  if (mode === 'ask' && !(await agrees(aptCommand(packages(), process.getuid?.())))) return false;
  const run = async (args) => {
    if (!root) {
      // sudo asks for its password at the terminal, so it keeps the terminal.
      return spawnSync('sudo', ['apt-get', ...args], { stdio: ['inherit', 2, 2] }).status === 0;
    }
    await supervisor.runTask({
      role: 'apt',
      command: 'apt-get',
      args,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      logFile,
      onLine: onNote,
    });
    return true;
  };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  return (
    (await run(['update', ...wait])) &&
    (await run(['install', '-y', '--no-install-recommends', ...wait, ...packages()]))
  );
}
