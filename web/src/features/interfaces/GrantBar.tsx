import { useTranslations } from 'next-intl';
import styles from './detail.module.css';
import type { GrantLook, TimeLine } from './grant-line';

const FILL: Record<GrantLook, string> = {
  valid: 'var(--path)',
  expiring: 'var(--warn)',
  expired: 'none',
  stopped: 'none',
  future: 'none',
};
const EDGE: Record<GrantLook, string> = {
  valid: 'var(--path)',
  expiring: 'var(--warn)',
  expired: 'var(--counter-border)',
  stopped: 'var(--bad)',
  future: 'var(--path)',
};

/** The bar of one authorisation; filled while it holds, hollow when over, crossed out when a person ended it. */
export function GrantBar({
  line,
  grant,
  look,
}: {
  line: TimeLine;
  grant: { validFrom: string; validTo: string };
  look: GrantLook;
}) {
  const { x, width } = line.bar(grant);
  return (
    <svg className={styles.bar} height="18" width="100%" aria-hidden="true">
      {line.ticks.map((tick) => (
        <line key={tick.label} x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="18" stroke="var(--rule)" />
      ))}
      <rect
        x={`${x}%`}
        y="4"
        width={`${width}%`}
        height="10"
        rx="3"
        fill={FILL[look]}
        stroke={EDGE[look]}
        strokeDasharray={look === 'expired' || look === 'future' ? '3 2' : undefined}
      />
      {look === 'stopped' && (
        <line x1={`${x}%`} x2={`${x + width}%`} y1="9" y2="9" stroke="var(--bad)" strokeWidth="1.5" />
      )}
      <line
        x1={`${line.today}%`}
        x2={`${line.today}%`}
        y1="0"
        y2="18"
        stroke="var(--text)"
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** Years above the bars, and today. */
export function TimeAxis({ line, label }: { line: TimeLine; label: string }) {
  const t = useTranslations('interfaces.grants');
  const clear = line.ticks.filter(({ at }) => Math.abs(at - line.today) > 9 && at < 94);
  return (
    <>
      <span className="visually-hidden">{label}</span>
      <svg className={styles.bar} height="16" width="100%" aria-hidden="true">
        {clear.map((tick) => (
          <text key={tick.label} x={`${tick.at}%`} y="12" fill="var(--sub)" fontSize="11">
            {tick.label}
          </text>
        ))}
        <text
          x={`${line.today}%`}
          y="12"
          fill="var(--text)"
          fontSize="11"
          fontWeight="600"
          textAnchor="middle"
        >
          {t('today')}
        </text>
      </svg>
    </>
  );
}
