import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { resolve } from 'node:path';
import { env } from './env';

/** A way to the API that a test can close and open again. */
export interface Gate {
  url: string;
  open: boolean;
  close(): Promise<void>;
}

/** Starts a closed gate before the API: while closed it drops every connection, as a dead process would. */
export async function startGate(): Promise<Gate> {
  const server: Server = createServer((incoming, outgoing) => {
    if (!gate.open) {
      incoming.socket.destroy();
      return;
    }
    const onward = request(
      new URL(incoming.url ?? '/', env.E2E_API),
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(env.E2E_API).host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const gate: Gate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: false,
    close: () => new Promise((done) => server.close(() => done())),
  };
  return gate;
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((done) => socket.listen(0, '127.0.0.1', done));
  const { port } = socket.address() as AddressInfo;
  await new Promise<void>((done) => socket.close(() => done()));
  return port;
}

export interface WebServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts the built explorer a second time, on a port of its own and before the given API. */
export async function startWeb(api: string): Promise<WebServer> {
  const port = await freePort();
  const web = resolve(import.meta.dirname, '..');
  const next = resolve(web, '../node_modules/next/dist/bin/next');
  const child: ChildProcess = spawn(
    process.execPath,
    [next, 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      cwd: web,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production', YUANLIU_API_URL: api },
    },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 120; tries++) {
    if (child.exitCode !== null) throw new Error('The explorer ended at once: is it built?');
    const up = await fetch(`${url}/icon.svg`).then(
      () => true,
      () => false,
    );
    if (up) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
