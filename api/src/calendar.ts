/** Today's date (YYYY-MM-DD) in China, where the catalogue's days begin and end. */
export function today(now = Date.now()): string {
  return chinaDay(now);
}

/** The day in China of a moment: milliseconds or ISO text. */
export function chinaDay(moment: number | string): string {
  const ms = typeof moment === 'number' ? moment : Date.parse(moment);
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
}
