'use client';

import {
  ApartmentOutlined,
  AuditOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  RadarChartOutlined,
} from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { Link, usePathname } from '@/lib/i18n/navigation';
import styles from './frame.module.css';

const ITEMS = [
  { key: 'overview', href: '/', icon: DashboardOutlined },
  { key: 'catalogue', href: '/catalogue', icon: DatabaseOutlined },
  { key: 'lineage', href: '/lineage', icon: ApartmentOutlined },
  { key: 'impact', href: '/impact', icon: RadarChartOutlined },
  { key: 'audit', href: '/audit', icon: AuditOutlined },
] as const;

/** The pages that exist. */
export function Navigation() {
  const t = useTranslations('frame.nav');
  const path = usePathname();
  const current = (href: string) => (href === '/' ? path === '/' : path.startsWith(href));
  return (
    <nav className={styles.side} aria-label={t('label')}>
      <ul>
        {ITEMS.map(({ key, href, icon: Icon }) => {
          const active = current(href) || (key === 'catalogue' && path.startsWith('/datasets/'));
          return (
            <li key={key}>
              <Link href={href} className={styles.item} aria-current={active ? 'page' : undefined}>
                <Icon aria-hidden="true" />
                {t(key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
