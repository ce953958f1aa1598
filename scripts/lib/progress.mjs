// Progress for people: one line when a step is done, and a sign of life while it runs.

/** Seconds with one decimal, as people read them. */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * A reporter of `total` steps that writes lines with `write`. When nothing was written for `beatMs`, the
 * steps under way are named with their seconds and their latest note.
 */
export function createProgress({ write, total, beatMs = 5_000, now = Date.now }) {
  const running = new Set();
  let last = now();
  const say = (line) => {
    last = now();
    write(`${line}\n`);
  };
  const title = (step) => `[${step.number}/${total}] ${step.label}`;
  const beat = setInterval(
    () => {
      if (running.size === 0 || now() - last < beatMs) return;
      for (const step of running) {
        const note = step.note === '' ? '' : ` · ${step.note}`;
        say(`${title(step)} … ${Math.round((now() - step.since) / 1000)} s${note}`);
      }
    },
    Math.min(beatMs, 1_000),
  );
  beat.unref();

  return {
    say,
    /** Begins step `number`; call `note` with what it does at the moment, `done` or `failed` at its end. */
    step(number, label) {
      const step = { number, label, since: now(), note: '' };
      running.add(step);
      const end = (mark, text) => {
        if (!running.delete(step)) return;
        say(`${title(step)} … ${seconds(now() - step.since)} ${mark}${text ? ` ${text}` : ''}`);
      };
      return {
        note: (text) => {
          step.note = text.replace(/\s+/g, ' ').trim().slice(0, 100);
        },
        done: (text) => end('✓', text),
        failed: (text) => end('✗', text),
      };
    },
    close: () => clearInterval(beat),
  };
}
