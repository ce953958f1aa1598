import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FrameQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { AccountSwitch } from './AccountSwitch';
import { BrandMark } from './BrandMark';
import styles from './frame.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { Navigation } from './Navigation';
import { SearchEverywhere } from './SearchEverywhere';

/** Navigation at the left, search and person at the top, the page in the middle; works without an API too. */
export async function Frame({ data, children }: { data: FrameQuery | null; children: ReactNode }) {
  const t = await getTranslations('frame');
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <Link href="/" className={styles.brand} aria-label={t('home')}>
        <BrandMark />
        {t('brand')}
      </Link>
      <header className={styles.top}>
        <SearchEverywhere />
        <div className={styles.spacer} />
        <LanguageSwitch locale={await getLocale()} />
        {data && <AccountSwitch accounts={data.accounts} current={data.viewer} />}
      </header>
      <Navigation />
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
