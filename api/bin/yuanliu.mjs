#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error(
    'yuanliu is not built yet: run `npm run build` (or `npm start` once) in the project, then try again',
  );
  process.exitCode = 1;
}
