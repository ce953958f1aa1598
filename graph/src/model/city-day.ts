const CITY_OFFSET_MS = 8 * 3_600_000;

/** The calendar day (YYYY-MM-DD) of a moment in China (UTC+8, no summer time): the days of roll-ups and questions. */
export function cityDay(instant: string | number): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  return new Date(ms + CITY_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment at which a day in China is over, in UTC. */
export function endOfCityDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000 - CITY_OFFSET_MS).toISOString();
}

/** The day that lies so many days after another (before it: negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
