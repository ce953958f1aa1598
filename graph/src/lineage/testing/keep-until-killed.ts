import { connect } from '../../db/index.js';
import { ingestEvents } from '../ingest-events.js';
import { createLineageService } from '../lineage-service.js';
import { sampleEvent } from '../sample-events.js';

/*
 * A process that keeps an index as the API does, as busily as it can: it saves after every change, and writes changes
 * until it is killed. Arguments: home, first number of what it writes. Says `opening` and `ready`.
 */
const [home, first] = process.argv.slice(2);
const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
if (home === undefined || uri === undefined) throw new Error('needs a home and NEO4J_TEST_URI');

const db = connect({ uri, user, password });
const service = createLineageService(db, { home, pollMs: 5, saveEveryMs: 0, threads: 1 });
process.stdout.write('opening\n');
await service.start();
process.stdout.write('ready\n');
for (let n = Number(first); ; n++) {
  const event = sampleEvent({
    job: `busy${n % 50}`,
    at: new Date(Date.parse('2026-04-01T00:00:00Z') + n * 1000).toISOString(),
    outputs: { busy: { [`c${n % 50}`]: [['t1', `c${n % 7}`]] } },
  });
  await ingestEvents(db, [event], { receivedAt: new Date().toISOString() });
  service.kick();
}
