import { useFormatter, useTranslations } from 'next-intl';
import styles from './interfaces.module.css';

interface Props {
  days: { day: string; calls: number; denied: number }[];
}

const BAR = 2;
const HEIGHT = 22;

/** Calls day by day in the height of a line of text; every day has its place, refused calls lie on top. */
export function SparkLine({ days }: Props) {
  const t = useTranslations('interfaces.spark');
  const format = useFormatter();
  const most = Math.max(1, ...days.map((day) => day.calls));
  const peak = days.reduce((best, day) => (day.calls > best.calls ? day : best), { day: '', calls: 0 });
  const scale = (count: number) => (count === 0 ? 0 : Math.max(1, (count / most) * (HEIGHT - 2)));
  const width = days.length * (BAR + 1) - 1;
  return (
    <svg
      className={styles.spark}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={
        peak.calls === 0
          ? t('none', { days: days.length })
          : t('label', { days: days.length, peak: format.number(peak.calls), day: peak.day })
      }
    >
      <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--border)" />
      {days.map(({ day, calls, denied }, index) => {
        const answered = scale(calls - denied);
        const refused = scale(denied);
        return (
          calls > 0 && (
            <g key={day}>
              <rect
                x={index * (BAR + 1)}
                y={HEIGHT - 1 - answered}
                width={BAR}
                height={answered}
                fill="var(--edge-direct)"
              />
              {denied > 0 && (
                <rect
                  x={index * (BAR + 1)}
                  y={Math.max(0, HEIGHT - 1 - answered - refused)}
                  width={BAR}
                  height={refused}
                  fill="var(--bad)"
                />
              )}
            </g>
          )
        );
      })}
    </svg>
  );
}
