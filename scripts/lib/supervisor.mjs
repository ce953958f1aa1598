// Starts children in process groups of their own (so that Ctrl-C at a terminal reaches only us), writes each
// one down, and stops them again: tasks first, then services in the reverse order of their start.
import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { StartFault } from './faults.mjs';
import { openLog, whatWentWrong } from './log-files.mjs';
import { identityOf, MARKS, ownerText, stopProcess } from './processes.mjs';
import { forgetChild, recordChild } from './run-files.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Thrown in a flow whose start has been called off by a signal; nobody needs to hear of it. */
export class CalledOff extends Error {}

const failure = (role, what, logFile) =>
  new StartFault(`${role} ${what}\n日志 / log: ${logFile}\n${whatWentWrong(logFile)}`);

/**
 * A supervisor for one home. `onServiceEnd(service)` is called when a service ends that nobody stopped.
 * @param {{ home: string, repo: string, onServiceEnd?: (service: object) => void }} options
 */
export function createSupervisor({ home, repo, onServiceEnd = () => {} }) {
  const tasks = new Set();
  const services = [];
  let stopping;

  function launch(spec, stdio) {
    if (stopping) throw new CalledOff();
    const marks = {
      [MARKS.owner]: ownerText(),
      [MARKS.home]: home,
      [MARKS.repo]: repo,
      [MARKS.role]: spec.role,
    };
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd ?? repo,
      env: { ...spec.env, ...marks },
      stdio,
      detached: true,
    });
    const entry = { ...spec, child, pid: child.pid, identity: undefined, ended: undefined };
    if (child.pid !== undefined) {
      entry.identity = identityOf(child.pid);
      const { role, port } = spec;
      recordChild(home, { role, port, pid: child.pid, identity: entry.identity, owner: ownerText() });
    }
    entry.gone = new Promise((resolve) => {
      const end = (ended) => {
        entry.ended ??= ended;
        forgetChild(home, spec.role);
        resolve(entry.ended);
      };
      child.once('error', (error) => end({ code: null, error }));
      child.once('close', (code, signalName) => end({ code, signal: signalName }));
    });
    return entry;
  }

  return {
    services,
    get stopping() {
      return stopping !== undefined;
    },

    /**
     * Runs a command to its end; its output goes to the log and, line by line, to `onLine`. A command that
     * fails is a StartFault, or with `tolerant` just its exit code.
     */
    async runTask(spec) {
      const log = openLog(spec.logFile);
      let entry;
      try {
        entry = launch(spec, ['ignore', 'pipe', 'pipe']);
        tasks.add(entry);
        for (const stream of [entry.child.stdout, entry.child.stderr]) {
          createInterface({ input: stream }).on('line', (line) => {
            writeSync(log, `${line}\n`);
            spec.onLine?.(line);
          });
        }
        const ended = await entry.gone;
        if (stopping) throw new CalledOff();
        if (ended.error?.code === 'ENOENT')
          throw new StartFault(`找不到命令 / command not found: ${spec.command}`);
        if (ended.code !== 0 && !(spec.tolerant && ended.code !== null)) {
          throw failure(
            spec.role,
            `失败 / failed (${ended.error?.message ?? ended.signal ?? ended.code})`,
            spec.logFile,
          );
        }
        return ended.code;
      } finally {
        tasks.delete(entry);
        closeSync(log);
      }
    },

    /** Starts a long-lived process; its output goes to its log file directly. */
    startService(spec) {
      const log = openLog(spec.logFile);
      try {
        const service = launch(spec, ['ignore', log, log]);
        services.push(service);
        service.gone.then(() => {
          if (!stopping && !service.stopped) onServiceEnd(service);
        });
        return service;
      } finally {
        closeSync(log);
      }
    },

    /** Waits until `probe()` is true; fails when the service ends or `limitMs` pass. */
    async waitReady(service, probe, limitMs) {
      const until = Date.now() + limitMs;
      while (!(await probe())) {
        if (stopping) throw new CalledOff();
        if (service.ended) {
          const how = service.ended.error?.message ?? service.ended.signal ?? service.ended.code;
          throw failure(service.role, `没有启动起来 / did not start (${how})`, service.logFile);
        }
        if (Date.now() > until) {
          throw failure(service.role, `${limitMs / 1000} 秒内没有就绪 / not ready in time`, service.logFile);
        }
        await sleep(150);
      }
    },

    /** Stops everything that was started here; `onStop(service)` is told before each service. */
    stopAll(onStop = () => {}) {
      stopping ??= (async () => {
        await Promise.all([...tasks].map((task) => task.pid && stopProcess(task, 8_000)));
        for (const service of [...services].reverse()) {
          if (service.ended || service.pid === undefined) continue;
          onStop(service);
          service.clean = await stopProcess(service, service.graceMs ?? 10_000);
          await service.gone;
        }
      })();
      return stopping;
    },
  };
}
