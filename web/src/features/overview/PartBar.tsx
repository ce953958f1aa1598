import { useFormatter } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import styles from './part-bar.module.css';

export interface Part {
  key: string;
  tone: 'good' | 'warn' | 'bad' | 'none';
  count: number;
  /** How many its list has, where that holds other parts too. */
  listed?: number;
  name: string;
  href: string | null;
}

/** Parts of a whole as one bar with its legend; each number opens its list. */
export function PartBar({ label, parts }: { label: string; parts: Part[] }) {
  const format = useFormatter();
  const total = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <figure className={styles.figure}>
      <div className={styles.bar} role="img" aria-label={label}>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, tone, count }) => (
            <span key={key} data-tone={tone} style={{ width: `${(count / total) * 100}%` }} />
          ))}
      </div>
      <figcaption>
        <ul className={styles.legend}>
          {parts.map(({ key, tone, count, listed = count, name, href }) => (
            <li key={key}>
              <span className={styles.mark} data-tone={tone} aria-hidden="true" />
              {name}
              {href && listed > 0 ? (
                <Link href={href} data-part={key}>
                  {format.number(listed)}
                </Link>
              ) : (
                <b>{format.number(listed)}</b>
              )}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
