import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBTimestampMillisecondsValue,
  type DuckDBType,
  type DuckDBValue,
  TIMESTAMP_MS,
  VARCHAR,
} from '@duckdb/node-api';
import { AccessEvent } from '../model/index.js';
import type { LoggedEvent } from './access-log.js';

/** Largest number of rows in one of DuckDB's data chunks. */
const CHUNK_ROWS = 2048;

interface Column {
  name: string;
  type: DuckDBType;
  sql: string;
  value: (logged: LoggedEvent, receivedAt: DuckDBTimestampMillisecondsValue) => DuckDBValue;
}

const moment = (instant: string) => new DuckDBTimestampMillisecondsValue(BigInt(Date.parse(instant)));
const text = (name: string, value: (logged: LoggedEvent) => string | null, required = false): Column => ({
  name,
  type: VARCHAR,
  sql: `${name} VARCHAR${required ? ' NOT NULL' : ''}`,
  value,
});

/** The columns of the log, each with how it is filled. Fields are a JSON list; no authorisation is the empty text. */
export const COLUMNS: readonly Column[] = [
  text('event_id', ({ event }) => event.eventId, true),
  {
    name: 'occurred_at',
    type: TIMESTAMP_MS,
    sql: 'occurred_at TIMESTAMP_MS NOT NULL',
    value: ({ event }) => moment(event.occurredAt),
  },
  {
    name: 'received_at',
    type: TIMESTAMP_MS,
    sql: 'received_at TIMESTAMP_MS NOT NULL',
    value: (_logged, receivedAt) => receivedAt,
  },
  text('day', ({ day }) => day, true),
  text('actor_type', ({ event }) => event.actorType),
  text('actor_id', ({ event }) => event.actorId),
  text('consumer', ({ event }) => event.consumer, true),
  text('interface', ({ event }) => event.interface, true),
  text('authorization_code', ({ event }) => event.authorization ?? '', true),
  text('account', ({ event }) => event.account),
  text('action', ({ event }) => event.action),
  text('fields', ({ event }) => (event.fields === null ? null : JSON.stringify(event.fields))),
  {
    name: 'row_count',
    type: BIGINT,
    sql: 'row_count BIGINT NOT NULL',
    value: ({ event }) => BigInt(event.rows),
  },
  {
    name: 'byte_count',
    type: BIGINT,
    sql: 'byte_count BIGINT',
    value: ({ event }) => (event.bytes === null ? null : BigInt(event.bytes)),
  },
  text('result', ({ event }) => event.result, true),
  text('error_code', ({ event }) => event.errorCode),
  { name: 'latency_ms', type: DOUBLE, sql: 'latency_ms DOUBLE', value: ({ event }) => event.latencyMs },
  text('client_ip', ({ event }) => event.clientIp),
  text('network_zone', ({ event }) => event.networkZone),
  text('key_digest', ({ event }) => event.keyDigest),
  text('request_id', ({ event }) => event.requestId),
];

/** `pending_rollup` is the memory of which roll-ups of the graph are older than the log. */
export const SCHEMA = `
  SET TimeZone = 'UTC';
  CREATE TABLE IF NOT EXISTS access_event (${COLUMNS.map((column) => column.sql).join(', ')});
  CREATE TABLE IF NOT EXISTS pending_rollup (
    consumer VARCHAR NOT NULL, interface VARCHAR NOT NULL, authorization_code VARCHAR NOT NULL, day VARCHAR NOT NULL
  );`;

/** Times as milliseconds, whole numbers as numbers, names as the event has them. */
export const READ_COLUMNS = `event_id AS "eventId", epoch_ms(occurred_at)::DOUBLE AS "occurredAt",
  epoch_ms(received_at)::DOUBLE AS "receivedAt", day, actor_type AS "actorType", actor_id AS "actorId", consumer,
  interface, nullif(authorization_code, '') AS "authorization", account, action, fields, row_count::DOUBLE AS "rows",
  byte_count::DOUBLE AS "bytes", result, error_code AS "errorCode", latency_ms AS "latencyMs",
  client_ip AS "clientIp", network_zone AS "networkZone", key_digest AS "keyDigest", request_id AS "requestId"`;

/** An event as the log gives it back. */
export type StoredEvent = AccessEvent & { receivedAt: string; day: string };

/** One row of {@link READ_COLUMNS}. */
export function toLogged(row: Record<string, unknown>): StoredEvent {
  const { receivedAt, day, ...event } = row;
  const instant = (ms: unknown) => new Date(ms as number).toISOString();
  return {
    ...AccessEvent.parse({
      ...event,
      occurredAt: instant(event.occurredAt),
      fields: typeof event.fields === 'string' ? JSON.parse(event.fields) : null,
    }),
    receivedAt: instant(receivedAt),
    day: day as string,
  };
}

/** Fills the temporary table `incoming`, column by column. */
export async function appendIncoming(
  connection: DuckDBConnection,
  events: readonly LoggedEvent[],
  receivedAt: string,
): Promise<void> {
  const received = moment(receivedAt);
  const appender = await connection.createAppender('incoming', null, 'temp');
  try {
    const types = COLUMNS.map((column) => column.type);
    for (let start = 0; start < events.length; start += CHUNK_ROWS) {
      const rows = events.slice(start, start + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, rows.length);
      chunk.setColumns(COLUMNS.map((column) => rows.map((row) => column.value(row, received))));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
