import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be cut and mended: an outage without stopping a server that others use. */
export interface BrokenLine {
  port: number;
  /** Drops all connections and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Opens a line to a port of loopback, on a free port of its own. */
export async function openLine(to: { host: string; port: number }): Promise<BrokenLine> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to.port, to.host);
    for (const end of [near, far]) {
      ends.add(end);
      end.once('close', () => ends.delete(end));
      end.on('error', () => {});
    }
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const end of ends) end.destroy();
      }),
    mend: () => listen(port),
  };
}
