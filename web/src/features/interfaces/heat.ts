interface Hour {
  day: string;
  hour: number;
  calls: number;
  denied: number;
  outsideWindow: boolean;
}

export const STEPS = 5;

/** The step of a count, 1 to 5, by the root of its share of the most: small counts stay visible. */
export function stepOf(calls: number, most: number): number {
  if (calls <= 0 || most <= 0) return 0;
  return Math.min(STEPS, Math.max(1, Math.ceil(Math.sqrt(calls / most) * STEPS)));
}

export interface HeatSummary {
  calls: number;
  denied: number;
  outside: number;
  most: number;
  busiest: { hour: number; calls: number } | null;
  /** Days with a call outside the window, latest first. */
  outsideDays: { day: string; calls: number }[];
}

/** What the picture shows, in numbers. */
export function summarize(hours: readonly Hour[]): HeatSummary {
  const byHour = new Map<number, number>();
  const outside = new Map<string, number>();
  const summary = { calls: 0, denied: 0, outside: 0, most: 0 };
  for (const row of hours) {
    summary.calls += row.calls;
    summary.denied += row.denied;
    summary.most = Math.max(summary.most, row.calls);
    byHour.set(row.hour, (byHour.get(row.hour) ?? 0) + row.calls);
    if (!row.outsideWindow) continue;
    summary.outside += row.calls;
    outside.set(row.day, (outside.get(row.day) ?? 0) + row.calls);
  }
  const [busiest] = [...byHour].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    ...summary,
    busiest: busiest ? { hour: busiest[0], calls: busiest[1] } : null,
    outsideDays: [...outside]
      .map(([day, calls]) => ({ day, calls }))
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}
