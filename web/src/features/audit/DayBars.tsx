import { useTranslations } from 'next-intl';
import { holdsOn } from './coverage';
import { daysOf } from './period';

export interface Day {
  day: string;
  calls: number;
  denied: number;
  rows: number;
}

interface Props {
  days: Day[];
  from: string;
  to: string;
  grant: { validFrom: string; validTo: string } | null;
}

const HEIGHT = 48;
const WIDTH = 640;

/** How wide the bars of a period are in all. */
export function barsWidth(from: string, to: string): number {
  const count = daysOf(from, to).length;
  return count * stepOf(count);
}

const stepOf = (count: number) => Math.max(1.5, Math.min(14, WIDTH / count));

/** A bar a day: answered calls filled, refused ones hollow on top; answered outside the authorisation in the colour of alarm. */
export function DayBars({ days, from, to, grant }: Props) {
  const t = useTranslations('audit');
  const span = daysOf(from, to);
  const step = stepOf(span.length);
  const bar = Math.max(1, step * 0.72);
  const known = new Map(days.map((day) => [day.day, day]));
  const most = Math.max(1, ...days.map((day) => day.calls));
  const scale = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 3)));
  return (
    <svg
      width={span.length * step}
      height={HEIGHT}
      role="img"
      aria-label={t('daysLabel', { count: days.length })}
    >
      {span.map((day, index) => {
        const seen = known.get(day);
        const x = index * step;
        const answered = seen ? scale(seen.calls - seen.denied) : 0;
        const denied = seen ? scale(seen.denied) : 0;
        const held = holdsOn(grant, day);
        return (
          <g key={day}>
            {!held && <rect x={x} width={step} height={HEIGHT} fill="var(--bad-fill)" />}
            <rect x={x} y={HEIGHT - 1} width={bar} height={1} fill="var(--border)" />
            {seen && (
              <>
                <title>{t('dayTitle', { day, calls: seen.calls, denied: seen.denied })}</title>
                <rect
                  x={x}
                  y={HEIGHT - answered}
                  width={bar}
                  height={answered}
                  fill={held ? 'var(--edge-direct)' : 'var(--bad)'}
                />
                {denied > 0 && (
                  <rect
                    x={x + 0.5}
                    y={HEIGHT - answered - denied + 0.5}
                    width={Math.max(0.5, bar - 1)}
                    height={Math.max(0.5, denied - 1)}
                    fill="none"
                    stroke="var(--counter-border)"
                  />
                )}
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
