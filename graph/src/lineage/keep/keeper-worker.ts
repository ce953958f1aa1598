import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/index.js';
import { Unavailable } from '../../errors.js';
import { collect } from '../serve/collect.js';
import { packError } from '../serve/thread-error.js';
import { buildOnThread } from './build-thread.js';
import { untilNightlyCheck } from './check-index.js';
import { createKeeper } from './keeper.js';
import type { FromKeeper, KeeperOptions, ToKeeper } from './messages.js';

const COLLECT_AFTER_MS = 20;

/** The thread that keeps the index: it has a connection of its own, so that nobody waits while it reads. */
const { connection, file, pollMs, saveEveryMs } = workerData as KeeperOptions;
const port = parentPort;
if (port === null) throw new Error('keeps the index on a thread of its own only');
const send = (message: FromKeeper) => port.postMessage(message);
const db = connect(connection);
const build = () => buildOnThread(connection);
const keeper = createKeeper({
  db,
  build,
  file,
  saveEveryMs,
  emit(event) {
    send(event);
    // Once the merge that made it has ended: what it worked with is as large as what it made.
    if (event.type === 'published') setTimeout(collect, COLLECT_AFTER_MS);
  },
});
let following = false;
let timer: NodeJS.Timeout | null = null;
let nightly: NodeJS.Timeout | null = null;

let away = false;
/** An outage is told once, not at every look. */
function report(error: unknown): void {
  if (error instanceof Unavailable && away) return;
  away ||= error instanceof Unavailable;
  send({ type: 'failed', error: packError(error) });
}
function reportLevel(): void {
  if (away) send({ type: 'note', level: 'info', text: 'the lineage index follows the graph again' });
  away = false;
}

function look(delay: number): void {
  if (!following) return;
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    keeper
      .refresh()
      .then(() => {
        reportLevel();
        // Not waited for: saving takes longer than the next look may come.
        keeper.saveWhenDue().catch(report);
      })
      .catch(report)
      .finally(() => {
        if (timer === null) look(pollMs);
      });
  }, delay);
}

function checkNightly(): void {
  nightly = setTimeout(
    () => {
      keeper.check().catch(report).finally(checkNightly);
    },
    untilNightlyCheck(Date.now(), Math.random()),
  );
}

async function stop(): Promise<void> {
  following = false;
  for (const one of [timer, nightly]) if (one !== null) clearTimeout(one);
  try {
    await keeper.save();
  } finally {
    await db.close();
  }
}

const work = { refresh: keeper.refresh, check: keeper.check, stop };

port.on('message', (message: ToKeeper) => {
  if (message.type === 'kick') look(0);
  else if (message.type === 'follow') {
    following = true;
    if (nightly === null) checkNightly();
    look(pollMs);
  } else {
    const { id } = message;
    work[message.type]().then(
      (result) => send({ type: 'done', id, result, error: null }),
      (error: unknown) => send({ type: 'done', id, result: null, error: packError(error) }),
    );
  }
});
