import { useFormatter, useTranslations } from 'next-intl';
import { isWeekend } from '@/lib/format/china-day';
import type { Day, Hour } from './CallsSection';
import styles from './detail.module.css';
import { STEPS, stepOf, summarize } from './heat';

const LEFT = 46;
const CELL = 28;
const ROW = 12;
const BARS = 84;
const GAP = 30;
const TOP = BARS + GAP;
const OPACITY = [0, 0.16, 0.34, 0.54, 0.76, 1];

interface Props {
  days: Day[];
  hours: Hour[];
  window: { from: number; to: number };
  quota: number | null;
}

/** Two pictures on one axis of days: calls as bars, below them the hours as cells, the declared window outlined. */
export function CallsPicture({ days, hours, window, quota }: Props) {
  const t = useTranslations('interfaces.calls');
  const format = useFormatter();
  const most = Math.max(1, ...days.map((day) => day.calls));
  const ceiling = quota !== null && quota <= most * 1.5 ? Math.max(quota, most) : most;
  const width = LEFT + days.length * CELL + 8;
  const column = new Map(days.map(({ day }, index) => [day, LEFT + index * CELL]));
  const scale = (count: number) => (count / ceiling) * (BARS - 10);
  const heat = summarize(hours);
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return (
    <figure className={styles.picture}>
      <svg
        width={width}
        height={TOP + 24 * ROW + 6}
        role="img"
        aria-label={t('pictureLabel', {
          calls: heat.calls,
          outside: heat.outside,
          denied: heat.denied,
          from: hour(window.from),
          to: hour(window.to),
        })}
      >
        <text x={LEFT - 8} y="12" textAnchor="end" className={styles.axis}>
          {format.number(ceiling)}
        </text>
        <line x1={LEFT} x2={width - 8} y1="9.5" y2="9.5" stroke="var(--rule)" />
        <line x1={LEFT} x2={width - 8} y1={BARS - 0.5} y2={BARS - 0.5} stroke="var(--border)" />
        {quota !== null && quota <= most * 1.5 && (
          <line
            x1={LEFT}
            x2={width - 8}
            y1={BARS - scale(quota)}
            y2={BARS - scale(quota)}
            stroke="var(--bad)"
            strokeDasharray="4 3"
          />
        )}
        {days.map(({ day, calls, denied }, index) => {
          const x = LEFT + index * CELL;
          const answered = scale(calls - denied);
          const refused = denied > 0 ? Math.max(2, scale(denied)) : 0;
          const labelled =
            index === 0 || index === days.length - 1 || (index % 5 === 0 && index < days.length - 3);
          return (
            <g key={day}>
              {isWeekend(day) && (
                <rect
                  x={x}
                  y="10"
                  width={CELL}
                  height={TOP + 24 * ROW - 10}
                  fill="var(--rule)"
                  opacity="0.6"
                />
              )}
              <title>{t('dayTitle', { day, calls, denied })}</title>
              <rect x={x} y="0" width={CELL} height={BARS} fill="transparent" />
              <rect
                x={x + 4}
                y={BARS - answered}
                width={CELL - 8}
                height={answered}
                rx="1.5"
                fill="var(--edge-direct)"
              />
              {denied > 0 && (
                <rect
                  x={x + 4}
                  y={BARS - answered - refused}
                  width={CELL - 8}
                  height={refused}
                  fill="var(--bad)"
                />
              )}
              {labelled && (
                <text x={x + CELL / 2} y={BARS + 16} textAnchor="middle" className={styles.axis}>
                  {day.slice(5)}
                </text>
              )}
            </g>
          );
        })}
        {[0, 6, 12, 18].map((value) => (
          <text key={value} x={LEFT - 8} y={TOP + value * ROW + 10} textAnchor="end" className={styles.axis}>
            {hour(value)}
          </text>
        ))}
        <rect
          x={LEFT}
          y={TOP}
          width={days.length * CELL}
          height={24 * ROW}
          fill="none"
          stroke="var(--rule)"
        />
        {hours.map((cell) => {
          const x = column.get(cell.day);
          if (x === undefined) return null;
          const y = TOP + cell.hour * ROW;
          return (
            <g key={`${cell.day}.${cell.hour}`}>
              <title>
                {t(cell.outsideWindow ? 'hourOutside' : 'hourTitle', {
                  day: cell.day,
                  hour: hour(cell.hour),
                  calls: cell.calls,
                  denied: cell.denied,
                })}
              </title>
              <rect
                x={x + 1}
                y={y + 1}
                width={CELL - 2}
                height={ROW - 2}
                rx="1.5"
                fill={cell.outsideWindow ? 'var(--backflow)' : 'var(--path)'}
                fillOpacity={OPACITY[stepOf(cell.calls, heat.most)]}
                stroke={cell.outsideWindow ? 'var(--backflow)' : 'none'}
              />
              {cell.denied > 0 && (
                <circle cx={x + CELL - 6} cy={y + ROW / 2} r="2.6" fill="var(--bad)" stroke="var(--box)" />
              )}
            </g>
          );
        })}
        <rect
          x={LEFT - 1}
          y={TOP + window.from * ROW}
          width={days.length * CELL + 2}
          height={(window.to - window.from) * ROW}
          fill="none"
          stroke="var(--text)"
          strokeWidth="1.5"
          rx="3"
        />
      </svg>
      <figcaption className={styles.legend}>
        <span>
          <svg width="62" height="12" aria-hidden="true">
            {Array.from({ length: STEPS }, (_, index) => (
              <rect
                key={OPACITY[index + 1]}
                x={index * 12}
                width="11"
                height="12"
                rx="1.5"
                fill="var(--path)"
                fillOpacity={OPACITY[index + 1]}
              />
            ))}
          </svg>
          {t('legendCalls', { most: heat.most })}
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <rect
              x="0.75"
              y="0.75"
              width="12.5"
              height="10.5"
              rx="2"
              fill="none"
              stroke="var(--text)"
              strokeWidth="1.5"
            />
          </svg>
          {t('legendWindow', { from: hour(window.from), to: hour(window.to) })}
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <rect
              x="0.5"
              y="0.5"
              width="13"
              height="11"
              rx="2"
              fill="var(--backflow)"
              fillOpacity="0.4"
              stroke="var(--backflow)"
            />
          </svg>
          {t('legendOutside')}
        </span>
        <span>
          <svg width="10" height="12" aria-hidden="true">
            <circle cx="5" cy="6" r="3" fill="var(--bad)" />
          </svg>
          {t('legendDenied')}
        </span>
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <rect width="14" height="12" fill="var(--rule)" stroke="var(--border)" />
          </svg>
          {t('legendWeekend')}
        </span>
      </figcaption>
    </figure>
  );
}
