// Faults that a person can mend: said plainly, without a stack.

/** A fault with one or more plain messages; the command prints them all and exits 1. */
export class StartFault extends Error {
  constructor(messages) {
    const list = Array.isArray(messages) ? messages : [messages];
    super(list.join('\n'));
    this.name = 'StartFault';
    this.messages = list;
  }
}

/** The text for an error: our faults as a list, anything else with its stack (it is our bug). */
export function describeFault(error) {
  if (!(error instanceof StartFault)) {
    return `✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  }
  return error.messages.map((message) => `✗ ${message.split('\n').join('\n  ')}\n`).join('');
}

/** Refuses a Node that is too old or a platform where this cannot run; called before anything else. */
export function checkRuntime(version = process.versions.node, platform = process.platform) {
  const [major, minor] = version.split('.').map(Number);
  const messages = [];
  if (major < 20 || (major === 20 && minor < 19)) {
    messages.push(
      `需要 Node.js ≥ 20.19，现在是 ${version} / Node.js 20.19 or newer is needed, this is ${version}`,
    );
  }
  if (platform === 'win32') {
    messages.push('Windows 上请使用 WSL 2 或 Docker / On Windows use WSL 2 or Docker: deploy/compose.yaml');
  }
  if (messages.length > 0) throw new StartFault(messages);
}
