import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { changeHref, changeKind } from './change-words';
import styles from './overview.module.css';

interface Props {
  changes: OverviewQuery['overview']['latestChanges'];
  accepted: number;
  refused: number;
  /** Whether what arrives is part of the person's work. */
  arrivals: boolean;
}

/** What happened lately, in words; an import is one line. */
export function ChangesBlock({ changes, accepted, refused, arrivals }: Props) {
  const t = useTranslations('overview.changes');
  const format = useFormatter();
  return (
    <div className={page.panelBody}>
      <p className={styles.arrivals}>
        {t.rich('arrivals', {
          accepted: format.number(accepted),
          refused: format.number(refused),
          link: (text) =>
            arrivals ? <Link href={paths.admin(refused > 0 ? { only: 'refused' } : {})}>{text}</Link> : null,
        })}
      </p>
      {changes.length === 0 && <p className={page.sub}>{t('none')}</p>}
      <ol className={styles.changes}>
        {changes.map((change) => {
          const href = changeHref(change.node);
          return (
            <li key={`${change.kind} ${change.at} ${change.actor}`}>
              <time dateTime={change.at}>{format.dateTime(new Date(change.at), 'minute')}</time>
              <span>
                {t(`kind.${changeKind(change.kind)}`, { count: change.count })}
                {change.name && (
                  <>
                    {' '}
                    {href ? <Link href={href}>{change.name}</Link> : change.name}
                    {change.count > 1 && <span className={page.small}> {t('andMore')}</span>}
                  </>
                )}
              </span>
              <span className={page.small}>{change.actor}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
