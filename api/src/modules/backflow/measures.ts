import type { Delivery } from '@yuanliu/graph';
import { chinaDay } from '../../calendar.js';

/** Rows landed ÷ rows sent over all deliveries; null before anything was sent. */
export function landingRate(deliveries: readonly Delivery[]): number | null {
  const sent = deliveries.reduce((sum, d) => sum + d.rowsSent, 0);
  return sent === 0 ? null : deliveries.reduce((sum, d) => sum + d.rowsLanded, 0) / sent;
}

/** Median days from sent to landed; null when nothing has landed. */
export function daysToReturn(deliveries: readonly Delivery[]): number | null {
  const days = deliveries
    .flatMap((d) =>
      d.sentAt && d.landedAt ? [(Date.parse(d.landedAt) - Date.parse(d.sentAt)) / 86_400_000] : [],
    )
    .sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  const upper = days[middle];
  if (upper === undefined) return null;
  return days.length % 2 === 1 ? upper : ((days[middle - 1] ?? upper) + upper) / 2;
}

/** Landed after the day it was due, or not landed and that day is over. */
export function isLate(delivery: Delivery, day: string): boolean {
  return (delivery.landedAt ? chinaDay(delivery.landedAt) : day) > delivery.dueOn;
}
