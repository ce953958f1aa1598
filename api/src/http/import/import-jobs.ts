import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Conflict,
  type Graph,
  NotFound,
  type RegistrationKind,
  type RegistrationProgress,
  type RegistrationReport,
  Unavailable,
  type Viewer,
} from '@yuanliu/graph';
import type { Upload } from './read-upload.js';

/** A file that nobody accepts is forgotten after this time. */
const KEEP_MS = 3_600_000;
const MOST_JOBS = 30;
/** Files that are read at the same time; each holds its bytes meanwhile. */
const MOST_RUNNING = 2;

export type ImportState = 'CHECKING' | 'CHECKED' | 'WRITING' | 'WRITTEN' | 'REFUSED' | 'FAILED';

export interface ImportJob {
  token: string;
  kind: RegistrationKind;
  fileName: string;
  account: string;
  state: ImportState;
  progress: RegistrationProgress | null;
  report: RegistrationReport | null;
  /** Since when it waits for somebody. */
  since: number;
  folder: string;
}

const BUSY: readonly ImportState[] = ['CHECKING', 'WRITING'];
const fileOf = ({ folder }: ImportJob) => join(folder, 'upload');

/** Files between their check and their acceptance: on disk, each under a token that only its sender knows. */
export function createImportJobs() {
  const jobs = new Map<string, ImportJob>();

  async function forget(job: ImportJob): Promise<void> {
    jobs.delete(job.token);
    await rm(job.folder, { recursive: true, force: true });
  }

  async function sweep(): Promise<void> {
    const idle = [...jobs.values()].filter(({ state }) => !BUSY.includes(state));
    for (const job of idle) if (Date.now() - job.since > KEEP_MS) await forget(job);
    const [oldest] = idle.sort((a, b) => a.since - b.since);
    if (jobs.size >= MOST_JOBS && oldest) await forget(oldest);
  }

  function find(viewer: Viewer, token: string): ImportJob {
    const job = jobs.get(token);
    if (!job || job.account !== viewer.account) throw new NotFound('import', token.slice(0, 40));
    return job;
  }

  /** Runs a file; the job carries how far it is, and in the end the report. */
  async function run(
    graph: Graph,
    viewer: Viewer,
    job: ImportJob,
    how: { dryRun: boolean; keepGood: boolean },
  ): Promise<ImportJob> {
    const { kind, fileName } = job;
    job.state = how.dryRun ? 'CHECKING' : 'WRITING';
    job.progress = null;
    try {
      const report = await graph.registration[kind === 'CATALOGUE' ? 'catalogue' : 'lineage']({
        bytes: await readFile(fileOf(job)),
        fileName,
        viewer,
        ...how,
        comparedAt: job.report?.comparedAt,
        onProgress: (progress) => {
          job.progress = progress;
        },
      });
      job.report = report;
      job.state = how.dryRun ? 'CHECKED' : report.written ? 'WRITTEN' : 'REFUSED';
    } catch (error) {
      job.state = 'FAILED';
      throw error;
    } finally {
      job.since = Date.now();
    }
    return job;
  }

  function room(): void {
    if ([...jobs.values()].filter(({ state }) => BUSY.includes(state)).length >= MOST_RUNNING)
      throw new Unavailable('import', 'other files are being read; try again in a minute');
  }

  return {
    find,
    read: (job: ImportJob): Promise<Buffer> => readFile(fileOf(job)),
    async cancel(viewer: Viewer, token: string): Promise<void> {
      const job = find(viewer, token);
      if (BUSY.includes(job.state)) throw new Conflict('import', token, 'is under way');
      await forget(job);
    },
    /** Keeps a file and begins to check it, or to write it at once. */
    async start(
      graph: Graph,
      viewer: Viewer,
      kind: RegistrationKind,
      { bytes, fileName }: Upload,
      how: { dryRun: boolean; keepGood: boolean },
    ) {
      await sweep();
      room();
      const folder = await mkdtemp(join(tmpdir(), 'yuanliu-import-'));
      const job: ImportJob = {
        token: randomUUID(),
        kind,
        fileName,
        account: viewer.account,
        state: 'CHECKING',
        progress: null,
        report: null,
        since: Date.now(),
        folder,
      };
      jobs.set(job.token, job);
      await writeFile(fileOf(job), bytes, { mode: 0o600 });
      return { job, done: run(graph, viewer, job, how) };
    },
    /** Writes a file that was checked. */
    accept(graph: Graph, viewer: Viewer, token: string, keepGood: boolean) {
      const job = find(viewer, token);
      if (BUSY.includes(job.state) || job.state === 'WRITTEN')
        throw new Conflict('import', token, job.state === 'WRITTEN' ? 'is written already' : 'is under way');
      room();
      return { job, done: run(graph, viewer, job, { dryRun: false, keepGood }) };
    },
  };
}
export type ImportJobs = ReturnType<typeof createImportJobs>;
