import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Loaded {
  /** Milliseconds of each request from when it was due, in order of answers: waiting in line counts. */
  ms: number[];
  /** What went wrong, by its text. */
  errors: Map<string, number>;
}

/** Posts a JSON body; the text of the answer. */
function post(url: URL, agent: Agent, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Asks at fixed moments whether or not earlier questions were answered, as many people do who know nothing of each
 * other. `faultOf`: what is wrong with an answer, null when nothing is.
 */
export async function openLoop(options: {
  url: string;
  perSecond: number;
  seconds: number;
  bodyOf(i: number): string;
  faultOf(text: string): string | null;
}): Promise<Loaded> {
  const url = new URL(options.url);
  // The server closes what is idle for five seconds: sooner, or a question may meet a closing door.
  const agent = new Agent({ keepAlive: true, maxSockets: 512, timeout: 3_000 });
  const loaded: Loaded = { ms: [], errors: new Map() };
  const fault = (text: string): void => {
    loaded.errors.set(text, (loaded.errors.get(text) ?? 0) + 1);
  };
  const step = 1000 / options.perSecond;
  const count = Math.round(options.perSecond * options.seconds);
  const since = performance.now();
  const open = new Set<Promise<void>>();
  for (let i = 0; i < count; i++) {
    const due = since + i * step;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const asked = post(url, agent, options.bodyOf(i))
      .then(({ status, text }) => {
        loaded.ms.push(performance.now() - due);
        const wrong = Math.floor(status / 100) === 2 ? options.faultOf(text) : `status ${status}`;
        if (wrong !== null) fault(wrong);
      })
      .catch((error: Error) => fault(error.message))
      .finally(() => open.delete(asked));
    open.add(asked);
  }
  await Promise.all(open);
  agent.destroy();
  return loaded;
}
