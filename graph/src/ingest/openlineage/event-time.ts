const TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * A producer's time as UTC: `instant` with milliseconds, `precise` with microseconds (it sorts).
 * No zone means UTC (OpenLineage producers in the wild, stack §1.3); a leap second is the last moment before it.
 * Null when it is no time at all.
 */
export function parseEventTime(text: string): { instant: string; precise: string } | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  const [, day, hours, minutes, seconds, fraction = '', zone = 'Z'] = match;
  const leap = seconds === '60';
  const micros = leap ? '999999' : fraction.padEnd(6, '0').slice(0, 6);
  const local = `${day}T${hours}:${minutes}:${leap ? '59' : seconds}.${micros.slice(0, 3)}`;
  const asUtc = new Date(`${local}Z`);
  // JavaScript rolls 30 February over to March; such a day is a fault, not another day.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString() !== `${local}Z`) return null;
  const moment = asUtc.getTime() - offsetMinutes(zone) * 60_000;
  const instant = new Date(moment).toISOString();
  if (!/^\d{4}-/.test(instant)) return null;
  return { instant, precise: `${instant.slice(0, -1)}${micros.slice(3)}Z` };
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
