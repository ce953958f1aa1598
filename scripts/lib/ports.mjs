// Loopback ports: is one free, and which one is.
import { connect, createServer } from 'node:net';

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** True when nothing listens on the port, on loopback or on all addresses. */
export async function isPortFree(port) {
  return !(await answers(port)) && (await canListen(port));
}

/** A free loopback port chosen by the system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** True when a Bolt server answers the handshake on the port (Bolt 5.8 … 4.4 are offered). */
export function speaksBolt(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () =>
      socket.write(Buffer.from('6060b01700080805000004040000000000000000', 'hex')),
    );
    socket.once('data', (bytes) => end(bytes.length >= 4 && bytes[0] === 0 && [4, 5].includes(bytes[3])));
  });
}
