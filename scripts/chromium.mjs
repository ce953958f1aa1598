#!/usr/bin/env node
// Prints the path of a Chromium for the end-to-end tests; installs one where it may.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { checkRuntime, describeFault } from './lib/faults.mjs';
import { REPO } from './lib/settings.mjs';
import { createSupervisor } from './lib/supervisor.mjs';

const home = mkdtempSync(join(tmpdir(), 'yuanliu-chromium-'));
try {
  checkRuntime();
  const supervisor = createSupervisor({ home, repo: REPO });
  const onNote = (line) => process.stderr.write(`${line}\n`);
  process.stdout.write(`${await ensureChromium({ supervisor, logs: home, onNote })}\n`);
} catch (error) {
  process.stderr.write(describeFault(error));
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
