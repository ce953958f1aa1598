import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/index.js';
import { packError } from '../serve/thread-error.js';
import { createBuilder } from './builder.js';
import type { BuilderOptions, FromBuilder, ToBuilder } from './messages.js';
import type { Place } from './segments.js';

/** Time until a step that failed is tried again; while the database is away it is asked in this rhythm. */
const RETRY_MS = 500;
/** Events that come within this time share a transaction: one costs as much for a few as for one. */
const GATHER_MS = 50;
/** Accepting goes before building: on Linux a thread that asks for a lower priority gets it for itself alone. */
const NICENESS = 10;

/** The thread that builds the graph from the inbox: nobody who sends events waits for it. */
const { connection, folder } = workerData as BuilderOptions;
const port = parentPort;
if (port === null) throw new Error('builds from the inbox on a thread of its own only');
if (process.platform === 'linux') setPriority(NICENESS);
const send = (message: FromBuilder) => port.postMessage(message);
const db = connect(connection);
const builder = await createBuilder(db, folder);
let end: Place = { segment: 0, offset: 0 };
let stopping = false;
let working: Promise<void> | null = null;

async function work(): Promise<void> {
  while (!stopping) {
    await sleep(GATHER_MS);
    const upTo = end;
    try {
      const step = await builder.step(upTo);
      if (step !== null) send({ type: 'built', step });
      else if (upTo === end) {
        send({ type: 'idle', end: upTo });
        break;
      }
    } catch (error) {
      send({ type: 'failed', error: packError(error) });
      await sleep(RETRY_MS);
    }
  }
  working = null;
}

async function stop(): Promise<void> {
  stopping = true;
  await working;
  await db.close();
  send({ type: 'stopped' });
}

port.on('message', (message: ToBuilder) => {
  if (message.type === 'stop') void stop();
  else {
    end = message.end;
    working ??= work();
  }
});
