const CITY_OFFSET_MS = 8 * 3_600_000;

/** The calendar day (YYYY-MM-DD) of a moment in China (UTC+8, no summer time): the days of roll-ups and questions. */
export function cityDay(instant: string): string {
  return new Date(Date.parse(instant) + CITY_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment at which a day in China is over, in UTC. */
export function endOfCityDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000 - CITY_OFFSET_MS).toISOString();
}
