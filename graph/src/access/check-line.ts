import { AccessEvent, hasForbiddenCharacters } from '../model/index.js';

/** What exists, so that an event cannot name something else. */
export interface KnownThings {
  consumers: ReadonlySet<string>;
  interfaces: ReadonlySet<string>;
  authorizations: ReadonlySet<string>;
  /** Fields that are known to exist; grows when others are looked up. */
  fields: Set<string>;
}

export type LineCheck = { event: AccessEvent; unknownFields: string[] } | { reason: string };

/** Reads one line of NDJSON. Every fault is named; fields that are not known yet are left to the caller. */
export function checkLine(text: string | null, known: KnownThings): LineCheck {
  if (text === null) return { reason: 'the line is too long' };
  if (text.includes('\uFFFD')) return { reason: 'the line is not valid UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'the line is not JSON' };
  }
  return checkEvent(value, known);
}

/** Checks one event that came as a JSON value. */
export function checkEvent(value: unknown, known: KnownThings): LineCheck {
  const parsed = AccessEvent.safeParse(value);
  if (!parsed.success) {
    return {
      reason: parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`)
        .join('; '),
    };
  }
  const event = parsed.data;
  const faults: string[] = [];
  for (const name of ['eventId', 'actorId', 'account', 'errorCode', 'requestId'] as const) {
    const text = event[name];
    if (text !== null && hasForbiddenCharacters(text)) faults.push(`${name}: holds a control character`);
  }
  const { consumer, interface: interfaceCode, authorization } = event;
  if (!known.consumers.has(consumer)) faults.push(`consumer: ${consumer} is not known`);
  if (!known.interfaces.has(interfaceCode)) faults.push(`interface: ${interfaceCode} is not known`);
  if (authorization !== null && !known.authorizations.has(authorization)) {
    faults.push(`authorization: ${authorization} is not known`);
  }
  if (faults.length > 0) return { reason: faults.join('; ') };
  const unknownFields = event.fields?.filter((id) => !known.fields.has(id)) ?? [];
  return { event, unknownFields };
}
