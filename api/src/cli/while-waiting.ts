/** Waits for `work`; from the first second on says on standard error how long it has taken. */
export async function whileWaiting<T>(what: string, work: Promise<T>): Promise<T> {
  const since = performance.now();
  const timer = setInterval(() => {
    const line = `${what}: ${Math.round((performance.now() - since) / 1000)} s`;
    // A terminal shows one line that counts; a log gets one every ten seconds.
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else if (Math.round((performance.now() - since) / 1000) % 10 === 1) process.stderr.write(`${line}\n`);
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (process.stderr.isTTY && performance.now() - since > 1000) process.stderr.write('\n');
  }
}
