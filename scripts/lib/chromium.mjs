// A real Chromium and a Chinese font, for the end-to-end tests: found, installed, or named.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { aptCommand, installPackagesWithApt } from './apt.mjs';
import { StartFault } from './faults.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const PLAYWRIGHT = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-mac', 'Chromium.app/Contents/MacOS/Chromium'],
];

function playwrightBrowsers(env) {
  const roots = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ];
  return roots
    .filter((root) => root && existsSync(root))
    .flatMap((root) =>
      readdirSync(root)
        .filter((name) => name.startsWith('chromium-'))
        .flatMap((name) => PLAYWRIGHT.map((parts) => join(root, name, ...parts))),
    );
}

const works = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;

/** The path of a Chromium that starts; CHROMIUM_PATH alone counts when it is set. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return works(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return [...USUAL, ...playwrightBrowsers(env)].find(works);
}

/** True when the machine has a font for Chinese; without one every glyph in a screenshot is a box. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (list.status === 0) return list.stdout.trim() !== '';
  return ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'].some((folder) => existsSync(folder));
}

function lacking(env) {
  return [findChromium(env) ? undefined : 'chromium', hasChineseFont() ? undefined : 'fonts-noto-cjk'].filter(
    Boolean,
  );
}

/** The path of a Chromium with a Chinese font beside it; installs them where it may, else a StartFault. */
export async function ensureChromium({ supervisor, logs, onNote, env = process.env }) {
  const before = lacking(env);
  let reason = '';
  if (before.length > 0 && !env.CHROMIUM_PATH) {
    try {
      await installPackagesWithApt(() => before, { supervisor, logFile: join(logs, 'apt.log'), onNote });
    } catch (error) {
      if (!(error instanceof StartFault)) throw error;
      reason = `\n${error.message}`;
    }
  }
  const still = lacking(env);
  if (still.length === 0) return findChromium(env);
  throw new StartFault(
    `缺少 / missing: ${still.join(', ')}${env.CHROMIUM_PATH ? ` (CHROMIUM_PATH=${env.CHROMIUM_PATH})` : ''}\n` +
      `安装 / install: ${aptCommand(still)}\n` +
      `或 / or: npx playwright-core install chromium；或设置 / or set CHROMIUM_PATH${reason}`,
  );
}
