import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { Pager } from '@/ui/Pager';
import page from '@/ui/page.module.css';
import { ExportLinks } from './ExportLinks';
import styles from './impact.module.css';
import { type ImpactGroup, impactHref, type ListView } from './impact-group';

interface Props {
  id: string;
  group: ImpactGroup;
  /** The group in words. */
  title: string;
  view: ListView;
  total: number;
  shown: number;
  before: number;
  after: string | undefined;
  next: string | null | undefined;
  children: ReactNode;
}

/** Groups whose datasets are those of their fields; a dataset has a grade and a distance of its own. */
const BOTH_VIEWS = new Set<ImpactGroup['by']>(['all', 'ring', 'department', 'library', 'layer', 'backflow']);

/** The list behind one number, as fields or as datasets, page by page, with its files. */
export function ListPanel(props: Props) {
  const { id, group, title, view, total, shown, before, after, next, children } = props;
  const t = useTranslations('impact');
  const locale = useLocale();
  return (
    <section className={page.panel} aria-label={t('list')} data-testid="impact-list">
      <div className={`${page.panelHead} ${styles.listHead}`}>
        <h2 id="impact-list-title" tabIndex={-1}>
          {title} <span className={styles.listCount}>{t(`listCount.${view}`, { count: total })}</span>
        </h2>
        {BOTH_VIEWS.has(group.by) && (
          <span className={styles.views}>
            {(['fields', 'datasets'] as const).map((other) => (
              <Link
                key={other}
                href={impactHref(id, group, { view: other })}
                scroll={false}
                aria-current={other === view || undefined}
              >
                {t(`view.${other}`)}
              </Link>
            ))}
          </span>
        )}
        <ExportLinks id={id} group={group} locale={locale} label={t('exportList')} />
        <Link href={impactHref(id, null)} scroll={false}>
          {t('closeList')}
        </Link>
      </div>
      {children}
      <Pager
        after={after}
        next={next}
        label={t('range', { from: shown > 0 ? before + 1 : 0, to: before + shown, total })}
        href={(trail) => impactHref(id, group, { after: trail, view })}
      />
    </section>
  );
}
