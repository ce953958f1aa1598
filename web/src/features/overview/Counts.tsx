import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './overview.module.css';

const COUNTS = [
  ['datasetCount', paths.catalogue()],
  ['fieldCount', paths.catalogue({ kind: 'FIELD' })],
  ['interfaceCount', paths.interfaces()],
  ['departmentCount', paths.catalogue({ kind: 'DEPARTMENT' })],
] as const;
const PLAIN = ['libraryCount', 'consumerCount'] as const;

/** How much of everything there is. */
export function Counts({ counts }: { counts: OverviewQuery['catalogue'] }) {
  const t = useTranslations('overview.count');
  const format = useFormatter();
  return (
    <ul className={styles.counts}>
      {COUNTS.map(([key, href]) => (
        <li key={key}>
          <Link href={href} className={styles.count} data-count={key}>
            <strong>{format.number(counts[key])}</strong>
            <span>{t(key)}</span>
          </Link>
        </li>
      ))}
      {PLAIN.map((key) => (
        <li key={key} className={styles.count}>
          <strong>{format.number(counts[key])}</strong>
          <span>{t(key)}</span>
        </li>
      ))}
    </ul>
  );
}
