import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FrameQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import type { ThemeMode } from '@/lib/theme-mode';
import { BrandMark } from './BrandMark';
import { ConnectionNotice } from './ConnectionNotice';
import styles from './frame.module.css';
import { IdentitySwitch } from './IdentitySwitch';
import { LanguageSwitch } from './LanguageSwitch';
import { Navigation } from './Navigation';
import { NavigationProgress } from './NavigationProgress';
import { RecordVisit } from './RecordVisit';
import { ScrollKeeper } from './ScrollKeeper';
import { SearchEverywhere } from './SearchEverywhere';
import { ThemeSwitch } from './ThemeSwitch';

interface Props {
  /** Who asks and who one may be; null while the API does not answer. */
  data: FrameQuery | null;
  mode: ThemeMode;
  children: ReactNode;
}

/** Navigation at the left, search and person at the top, the page in the middle; works without an API too. */
export async function Frame({ data, mode, children }: Props) {
  const t = await getTranslations('frame');
  const account = data?.viewer.account.code ?? null;
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      {/* Not in a Suspense of their own: they must listen as soon as the links do. */}
      <NavigationProgress />
      <ScrollKeeper />
      {account && <RecordVisit account={account} />}
      <Link href="/" className={styles.brand} aria-label={t('home')}>
        <BrandMark />
        <span className={styles.itemText}>{t('brand')}</span>
      </Link>
      <header className={styles.top}>
        <SearchEverywhere key={account} account={account} />
        <div className={styles.spacer} />
        <ThemeSwitch mode={mode} />
        <LanguageSwitch locale={await getLocale()} />
        {data && <IdentitySwitch accounts={data.accounts} current={data.viewer} />}
      </header>
      <Navigation role={data?.viewer.role ?? null} />
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <ConnectionNotice />
    </div>
  );
}
