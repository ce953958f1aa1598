import { cityDay, type Delivery } from '../model/index.js';

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
  return (delivery.landedAt ? cityDay(delivery.landedAt) : day) > delivery.dueOn;
}

/** Deliveries that landed by the day they were due ÷ deliveries due until `day`; null when none was due. */
export function onTimeRate(deliveries: readonly Delivery[], day: string): number | null {
  const due = deliveries.filter(({ dueOn }) => dueOn <= day);
  return due.length === 0 ? null : due.filter((delivery) => !isLate(delivery, day)).length / due.length;
}

/** Rows sent and landed over all deliveries. */
export function sumRows(deliveries: readonly Delivery[]): { rowsSent: number; rowsLanded: number } {
  return {
    rowsSent: deliveries.reduce((sum, { rowsSent }) => sum + rowsSent, 0),
    rowsLanded: deliveries.reduce((sum, { rowsLanded }) => sum + rowsLanded, 0),
  };
}
