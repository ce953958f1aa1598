import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { Unavailable } from '../errors.js';
import type { AccessEvent, AccessRollup } from '../model/index.js';
import { appendIncoming, READ_COLUMNS, SCHEMA, type StoredEvent, toLogged } from './access-table.js';

/** Events by the day they count for. */
export interface LoggedEvent {
  event: AccessEvent;
  /** Day in China. */
  day: string;
}

export interface EventFilter {
  consumer?: string | null;
  interface?: string | null;
  from: string;
  to: string;
  limit: number;
  offset: number;
}

/** Calls of one hour of one day in China. */
export interface CallHour {
  day: string;
  hour: number;
  calls: number;
  denied: number;
}

export interface AccessLogSummary {
  events: number;
  firstAt: string | null;
  lastAt: string | null;
  /** Roll-ups that are still to be written. */
  pending: number;
}

/** The append-only log of access events in one DuckDB file that this process owns. Nothing in it is changed or deleted. */
export interface AccessLog {
  /** Appends those whose event id is new; ids within one call must differ. Returns how many were new. */
  append(events: readonly LoggedEvent[], receivedAt: string): Promise<number>;
  /** Roll-ups that events appended since they were last settled belong to, computed from the whole log. */
  pendingRollups(): Promise<AccessRollup[]>;
  /** Says that the pending roll-ups have been written elsewhere. */
  settleRollups(): Promise<void>;
  /** Runs one piece of work at a time: appending, rolling up and settling belong together. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Events of some days, the newest first. */
  list(filter: EventFilter): Promise<StoredEvent[]>;
  count(filter: Omit<EventFilter, 'limit' | 'offset'>): Promise<number>;
  /** Calls of an interface by day and hour in China; hours without calls are left out. */
  hours(filter: { interface: string; from: string; to: string }): Promise<CallHour[]>;
  /** Size and reach of the log; `firstAt` and `lastAt` are null while it is empty. */
  summarize(): Promise<AccessLogSummary>;
  close(): Promise<void>;
}

const CallHours = z.array(
  z.object({ day: z.string(), hour: z.number(), calls: z.number(), denied: z.number() }),
);

const WHERE = `WHERE day BETWEEN $from AND $to
  AND ($consumer IS NULL OR consumer = $consumer) AND ($interface IS NULL OR interface = $interface)`;

/** Opens or creates the log; `:memory:` for tests. Throws Unavailable when the file cannot be opened. */
export async function openAccessLog(path: string): Promise<AccessLog> {
  const connection = await openConnection(path);
  let last: Promise<unknown> = Promise.resolve();

  async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await connection.run('BEGIN TRANSACTION');
    try {
      const result = await work();
      await connection.run('COMMIT');
      return result;
    } catch (error) {
      await connection.run('ROLLBACK');
      throw error;
    }
  }

  return {
    async append(events, receivedAt) {
      if (events.length === 0) return 0;
      await connection.run('CREATE OR REPLACE TEMP TABLE incoming AS FROM access_event LIMIT 0');
      await appendIncoming(connection, events, receivedAt);
      return inTransaction(async () => {
        await connection.run(
          'CREATE OR REPLACE TEMP TABLE fresh AS FROM incoming ANTI JOIN access_event USING (event_id)',
        );
        const inserted = await connection.run('INSERT INTO access_event FROM fresh');
        await connection.run(
          'INSERT INTO pending_rollup SELECT DISTINCT consumer, interface, authorization_code, day FROM fresh',
        );
        return Number(inserted.rowsChanged);
      });
    },
    async pendingRollups() {
      const reader = await connection.runAndReadAll(`
        SELECT e.consumer, e.interface, e.authorization_code, e.day, count(*)::INTEGER,
          count(*) FILTER (result = 'DENIED')::INTEGER,
          coalesce(sum(row_count) FILTER (result = 'OK'), 0)::DOUBLE,
          epoch_ms(min(occurred_at))::DOUBLE, epoch_ms(max(occurred_at))::DOUBLE
        FROM access_event e
        JOIN (SELECT DISTINCT * FROM pending_rollup) p
          ON p.consumer = e.consumer AND p.interface = e.interface
            AND p.authorization_code = e.authorization_code AND p.day = e.day
        GROUP BY ALL
        ORDER BY ALL`);
      const instant = (ms: unknown) => new Date(ms as number).toISOString();
      return reader.getRowsJS().map((row) => {
        const [consumer, interfaceCode, authorization, day, calls, denied, rows, first, lastMs] = row;
        return {
          consumer,
          interface: interfaceCode,
          authorization,
          day,
          calls,
          denied,
          rows,
          firstAt: instant(first),
          lastAt: instant(lastMs),
        } as AccessRollup;
      });
    },
    async settleRollups() {
      await connection.run('DELETE FROM pending_rollup');
    },
    exclusive(work) {
      const run = last.then(work, work);
      last = run.catch(() => {});
      return run;
    },
    async list({ consumer = null, interface: interfaceCode = null, from, to, limit, offset }) {
      const reader = await connection.runAndReadAll(
        `SELECT ${READ_COLUMNS} FROM access_event ${WHERE} ORDER BY occurred_at DESC, event_id LIMIT $limit OFFSET $offset`,
        { from, to, consumer, interface: interfaceCode, limit, offset },
      );
      return reader.getRowObjectsJS().map(toLogged);
    },
    async count({ consumer = null, interface: interfaceCode = null, from, to }) {
      const reader = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM access_event ${WHERE}`, {
        from,
        to,
        consumer,
        interface: interfaceCode,
      });
      return Number(reader.getRowsJS()[0]?.[0]);
    },
    async hours({ interface: interfaceCode, from, to }) {
      const reader = await connection.runAndReadAll(
        `SELECT day, date_part('hour', occurred_at + INTERVAL 8 HOUR)::INTEGER AS "hour", count(*)::DOUBLE AS calls,
           count(*) FILTER (result = 'DENIED')::DOUBLE AS denied
         FROM access_event WHERE interface = $interface AND day BETWEEN $from AND $to GROUP BY ALL ORDER BY ALL`,
        { interface: interfaceCode, from, to },
      );
      return CallHours.parse(reader.getRowObjectsJS());
    },
    async summarize() {
      const reader = await connection.runAndReadAll(`
        SELECT count(*)::DOUBLE, epoch_ms(min(occurred_at))::DOUBLE, epoch_ms(max(occurred_at))::DOUBLE,
          (SELECT count(*)::DOUBLE FROM pending_rollup)
        FROM access_event`);
      const [events, first, lastMs, pending] = z
        .tuple([z.number(), z.number().nullable(), z.number().nullable(), z.number()])
        .parse(reader.getRowsJS()[0]);
      const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
      return { events, firstAt: instant(first), lastAt: instant(lastMs), pending };
    },
    async close() {
      await last.catch(() => {});
      if (path !== ':memory:') await connection.run('CHECKPOINT');
      connection.closeSync();
    },
  };
}

async function openConnection(path: string): Promise<DuckDBConnection> {
  try {
    const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '512MB' });
    const connection = await instance.connect();
    await connection.run(SCHEMA);
    return connection;
  } catch (error) {
    throw new Unavailable('access log', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
