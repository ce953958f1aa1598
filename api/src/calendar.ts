import { cityDay } from '@yuanliu/graph';

/** Today's date (YYYY-MM-DD) in China, where the catalogue's days begin and end. */
export function today(now = Date.now()): string {
  return cityDay(now);
}
