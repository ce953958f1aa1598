import { sampleEvent } from '../../sample-events.js';
import { openInbox } from '../inbox.js';

/*
 * A process that accepts events as the API does, several at once, until it is killed. Arguments: home, first number
 * of what it accepts. Says the number of each event once it is acknowledged.
 */
const [home, first] = process.argv.slice(2);
const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
if (home === undefined || uri === undefined) throw new Error('needs a home and NEO4J_TEST_URI');

const inbox = await openInbox({ home, connection: { uri, user, password } });
let next = Number(first);
async function accept(): Promise<never> {
  for (;;) {
    const n = next++;
    const event = sampleEvent({
      job: `n${n}`,
      at: '2026-04-01T00:00:00Z',
      outputs: { [`killed${n % 10}`]: { x: [['source', `c${n % 7}`]] } },
    });
    await inbox.accept([event], new Date().toISOString());
    process.stdout.write(`${n}\n`);
  }
}
await Promise.all([accept(), accept(), accept(), accept()]);
