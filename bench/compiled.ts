import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that was compiled for this machine, in a folder that goes when it is closed. */
export interface Compiled {
  program: string;
  folder: string;
  close(): void;
}

/** Compiles a C file of this package. A missing compiler is a failure that names it. */
export function compile(name: string): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'yuanliu-bench-c-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  const program = join(folder, name);
  const source = join(import.meta.dirname, 'c', `${name}.c`);
  const made = spawnSync('cc', ['-O3', '-march=native', '-std=gnu11', '-o', program, source], {
    encoding: 'utf8',
  });
  if (made.status === 0) return { program, folder, close };
  close();
  if (made.error) throw new Error('there is no C compiler (cc) to compare with: sudo apt-get install gcc');
  throw new Error(`cc ${name}.c: ${made.stderr}`);
}
