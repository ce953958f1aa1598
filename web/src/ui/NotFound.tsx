import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import styles from './notice.module.css';

/** Nothing at this address, or nothing that this account may see. */
export function NotFound() {
  const t = useTranslations('ui.notFound');
  return (
    <section className={styles.notice} data-state="not-found">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <p className={styles.ways}>
        <Link href="/catalogue">{t('back')}</Link>
        <Link href="/">{t('home')}</Link>
      </p>
    </section>
  );
}
