import { addDays, daysBetween } from '@/lib/format/china-day';

interface Delivery {
  state: 'SENT' | 'LANDED' | 'PARTIAL' | 'FAILED';
  late: boolean;
  landedAt: string | null;
  dueOn: string;
}

/** How a delivery went in the eyes of who waits for it. */
export type DeliveryLook = 'onTime' | 'landedLate' | 'partial' | 'failed' | 'overdue' | 'underway';

/** Failed and partial as they are; else by whether it landed, and by its day. */
export function lookOf(delivery: Delivery): DeliveryLook {
  if (delivery.state === 'FAILED') return 'failed';
  if (delivery.state === 'PARTIAL') return 'partial';
  if (delivery.landedAt === null) return delivery.late ? 'overdue' : 'underway';
  return delivery.late ? 'landedLate' : 'onTime';
}

export const LOOKS = ['onTime', 'landedLate', 'partial', 'overdue', 'failed', 'underway'] as const;

/** Signs, so that colour is never alone. */
export const SIGN: Record<DeliveryLook, string> = {
  onTime: '✓',
  landedLate: '◷',
  partial: '◐',
  overdue: '!',
  failed: '✕',
  underway: '→',
};

/** A year of days up to one, in weeks from Monday; null where a week begins before the year or ends after it. */
export function weeksOf(lastDay: string, days = 365): (string | null)[][] {
  const first = addDays(lastDay, 1 - days);
  const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(first, -weekday(first));
  const count = Math.ceil((daysBetween(start, lastDay) + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const iso = addDays(start, week * 7 + day);
      return iso < first || iso > lastDay ? null : iso;
    }),
  );
}
