import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { Tick } from '@/ui/Tick';
import styles from './catalogue.module.css';
import { type CatalogueParams, MOST_PICKED, picked, toHref } from './catalogue-params';

/** Puts a dataset among those to compare, or takes it out: a link, so the address holds the choice. */
export function PickLink({ id, title, params }: { id: string; title: string; params: CatalogueParams }) {
  const t = useTranslations('catalogue.compare');
  const on = params.pick.includes(id);
  if (!on && params.pick.length >= MOST_PICKED) return null;
  return (
    <Link
      href={toHref(picked(params, id))}
      scroll={false}
      className={styles.pick}
      data-on={on}
      aria-label={t(on ? 'takeOutOf' : 'putIn', { title })}
    >
      <Tick on={on} />
      {t(on ? 'chosen' : 'choose')}
    </Link>
  );
}
