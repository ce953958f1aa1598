import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotPermitted, type RegistrationKind } from '@yuanliu/graph';
import { z } from 'zod';
import type { Context } from '../../context.js';
import type { RouteContext } from '../../server.js';
import { Locale } from '../exports/send-table.js';
import { readQuery } from '../read-query.js';
import { sendJson } from '../reply.js';
import { contextOf } from '../request-context.js';
import { describeJob } from './describe-job.js';
import type { ImportJob, ImportJobs } from './import-jobs.js';
import { sendMarkedCopy } from './marked-copy.js';
import { readUpload } from './read-upload.js';
import { makeTemplate, sendTemplate } from './template.js';

const flagOr = (absent: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .optional()
    .transform((text) => (text === undefined ? absent : text === 'true' || text === '1'));
const token = z.string().min(1).max(100);

/** `dryRun=false` writes at once; `keepGood=true` takes the good rows; `wait=false` answers before it is done. */
const Start = z.object({
  dryRun: flagOr(true),
  keepGood: flagOr(false),
  wait: flagOr(true),
  name: z.string().optional(),
  locale: Locale,
});
const Accept = z.object({ token, keepGood: flagOr(false), wait: flagOr(true), locale: Locale });
const One = z.object({ token, locale: Locale });
const Template = z.object({ locale: Locale });

/** Registration changes the catalogue of all: those who govern or run it may do so. */
async function registrar(request: IncomingMessage, route: RouteContext): Promise<Context> {
  const context = await contextOf(request, route);
  if (!['GOVERNANCE', 'OPERATIONS'].includes(context.viewer.role))
    throw new NotPermitted('import', 'governance and operations staff register by file');
  return context;
}

const STATUS: Partial<Record<ImportJob['state'], number>> = { CHECKING: 202, WRITING: 202, REFUSED: 422 };

/** Answers when the run is over, or at once with the token under which to ask again. */
async function answer(
  response: ServerResponse,
  { log, requestId }: RouteContext,
  { job, done }: { job: ImportJob; done: Promise<ImportJob> },
  { wait, locale }: { wait: boolean; locale: Locale },
): Promise<void> {
  if (wait) await done;
  else done.catch((err: unknown) => log.error({ err, requestId }, 'import failed'));
  sendJson(response, STATUS[job.state] ?? 200, describeJob(job, locale));
}

/** Registration by file: a check first, whose token accepts it. */
export function importRoutes(jobs: ImportJobs) {
  const start = (kind: RegistrationKind) => ({
    POST: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
      const { dryRun, keepGood, ...how } = readQuery(Start, route.url);
      const { graph, viewer } = await registrar(request, route);
      const upload = await readUpload(request, route.url);
      await answer(response, route, await jobs.start(graph, viewer, kind, upload, { dryRun, keepGood }), how);
    },
  });
  const template = (kind: RegistrationKind) => ({
    GET: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
      const { locale } = readQuery(Template, route.url);
      sendTemplate(response, kind, await makeTemplate(await contextOf(request, route), kind, locale));
    },
  });
  return {
    '/template/catalogue.xlsx': template('CATALOGUE'),
    '/template/lineage.xlsx': template('LINEAGE'),
    '/import/catalogue': start('CATALOGUE'),
    '/import/lineage': start('LINEAGE'),
    '/import/job': {
      GET: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
        const asked = readQuery(One, route.url);
        const { viewer } = await registrar(request, route);
        sendJson(response, 200, describeJob(jobs.find(viewer, asked.token), asked.locale));
      },
    },
    '/import/marked': {
      GET: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
        const asked = readQuery(One, route.url);
        const { viewer } = await registrar(request, route);
        const job = jobs.find(viewer, asked.token);
        await sendMarkedCopy(response, job, await jobs.read(job), asked.locale);
      },
    },
    '/import/accept': {
      POST: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
        const { token, keepGood, ...how } = readQuery(Accept, route.url);
        const { graph, viewer } = await registrar(request, route);
        await answer(response, route, jobs.accept(graph, viewer, token, keepGood), how);
      },
    },
    '/import/cancel': {
      POST: async (request: IncomingMessage, response: ServerResponse, route: RouteContext) => {
        const asked = readQuery(One, route.url);
        const { viewer } = await registrar(request, route);
        await jobs.cancel(viewer, asked.token);
        sendJson(response, 200, { status: 'cancelled' });
      },
    },
  };
}
