import { addDays } from '@/lib/format/china-day';

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

export interface MonthRow {
  /** Such as 2026-11. */
  month: string;
  /** 31 places; null where the month has no such day. */
  days: (string | null)[];
}

/** The months from one day to another, at most the last twelve, each as a row of its days. */
export function monthsOf(firstDay: string, lastDay: string): MonthRow[] {
  const [year = 0, month = 1] = lastDay.split('-').map(Number);
  const rows: MonthRow[] = [];
  for (let back = 0; back < 12; back++) {
    const start = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
    const name = start.slice(0, 7);
    if (name < firstDay.slice(0, 7)) break;
    const days = Array.from({ length: 31 }, (_, index) => addDays(start, index));
    rows.unshift({ month: name, days: days.map((day) => (day.startsWith(name) ? day : null)) });
  }
  return rows;
}
