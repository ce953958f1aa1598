import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { LinkPending } from './LinkPending';
import page from './page.module.css';
import styles from './sort-head.module.css';

interface Props {
  label: string;
  /** How the table is sorted by this column now; nothing when by another. */
  order: 'ascending' | 'descending' | null;
  /** The same table, sorted by this column or the other way round. */
  href: string;
  number?: boolean;
}

/** Head of a column that sorts the whole list; the order is in the address. */
export function SortHead({ label, order, href, number = false }: Props) {
  const t = useTranslations('ui.sort');
  return (
    <th scope="col" aria-sort={order ?? 'none'} className={number ? page.number : undefined}>
      <Link href={href} scroll={false} className={styles.sort} data-order={order ?? 'none'}>
        {label}
        <span className="visually-hidden">{t(order === 'descending' ? 'toAscending' : 'toDescending')}</span>
        <span className={styles.arrow} aria-hidden="true">
          {order === 'ascending' ? '↑' : order === 'descending' ? '↓' : '↕'}
        </span>
        <LinkPending />
      </Link>
    </th>
  );
}
