import { useFormatter, useTranslations } from 'next-intl';
import styles from './audit.module.css';

interface Day {
  day: string;
  calls: number;
  denied: number;
  rows: number;
}

const HEIGHT = 28;
const STEP = 7;

/** Calls day by day as small bars, days without calls as gaps; refused calls stand on top in their own colour. */
export function DaysChart({ days, from, to }: { days: Day[]; from: string; to: string }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const known = new Map(days.map((day) => [day.day, day]));
  const span = daysBetween(from, to);
  const most = Math.max(1, ...days.map((day) => day.calls + day.denied));
  const peak = days.reduce<Day | null>((best, day) => (best && best.calls >= day.calls ? best : day), null);
  if (!peak) return null;
  return (
    <figure className={styles.days}>
      <svg
        width={span.length * STEP}
        height={HEIGHT}
        role="img"
        aria-label={t('daysLabel', { count: days.length })}
      >
        {span.map((day, index) => {
          const seen = known.get(day);
          if (!seen)
            return (
              <rect
                key={day}
                x={index * STEP}
                y={HEIGHT - 1}
                width={STEP - 2}
                height={1}
                fill="var(--border)"
              />
            );
          const calls = (seen.calls / most) * (HEIGHT - 2);
          const denied = (seen.denied / most) * (HEIGHT - 2);
          return (
            <g key={day}>
              <title>{t('dayTitle', { day, calls: seen.calls, denied: seen.denied })}</title>
              <rect
                x={index * STEP}
                y={HEIGHT - calls}
                width={STEP - 2}
                height={calls}
                fill="var(--edge-direct)"
              />
              {denied > 0 && (
                <rect
                  x={index * STEP}
                  y={HEIGHT - calls - denied}
                  width={STEP - 2}
                  height={denied}
                  fill="var(--backflow)"
                />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        {t('daysCaption', { count: days.length, peak: peak.day, calls: format.number(peak.calls) })}
      </figcaption>
    </figure>
  );
}

/** Every calendar day from the first to the last, at most 366. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < 366; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
