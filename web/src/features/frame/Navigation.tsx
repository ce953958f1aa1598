'use client';

import { useTranslations } from 'next-intl';
import type { Role } from '@/lib/api/gql/graphql';
import { Link, usePathname } from '@/lib/i18n/navigation';
import styles from './frame.module.css';
import { type NavigationItem, navigationOf } from './navigation-items';

/** The pages that the person works with; on narrow screens their signs alone, with the words as a tip. */
export function Navigation({ role }: { role: Role | null }) {
  const t = useTranslations('frame.nav');
  const path = usePathname();
  const active = ({ href, under }: NavigationItem) =>
    href === '/' ? path === '/' : [href, ...under].some((start) => path.startsWith(start));
  return (
    <nav className={styles.side} aria-label={t('label')}>
      <ul>
        {navigationOf(role).map((item) => (
          <li key={item.key}>
            <Link
              href={item.href}
              className={styles.item}
              aria-current={active(item) ? 'page' : undefined}
              title={t(item.key)}
            >
              <item.icon aria-hidden="true" />
              <span className={styles.itemText}>{t(item.key)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
