import { useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { PartBar } from './PartBar';

/** Whether the promised update cycles are kept. */
export function FreshnessBlock({ totals }: { totals: OverviewQuery['overview']['freshness'] }) {
  const t = useTranslations('overview.freshness');
  const { fresh, late, unknown } = totals;
  const href = (freshness: string) => paths.catalogue({ freshness });
  const promised = fresh + late;
  return (
    <div className={page.panelBody}>
      <PartBar
        label={t('label', { total: promised + unknown })}
        parts={[
          { key: 'fresh', tone: 'good', count: fresh, name: t('fresh'), href: href('FRESH') },
          { key: 'late', tone: 'bad', count: late, name: t('late'), href: href('LATE') },
          { key: 'unknown', tone: 'none', count: unknown, name: t('unknown'), href: href('UNKNOWN') },
        ]}
      />
      <p className={page.small}>{t('rule')}</p>
    </div>
  );
}
