import { useFormatter, useTranslations } from 'next-intl';
import type { ImpactPageQuery } from '@/lib/api/gql/graphql';
import { GradeChip } from '@/ui/grade-chip';
import styles from './impact.module.css';

/** Why a field has the grade that holds, in the words of who filed it; nothing for other things and ungraded fields. */
export function GradeReason({ node }: { node: ImpactPageQuery['node'] }) {
  const t = useTranslations('impact');
  const format = useFormatter();
  const current = node?.__typename === 'Field' ? node.gradings.find((grading) => grading.current) : undefined;
  if (!current) return null;
  return (
    <p className={styles.why} data-testid="grade-reason">
      {t('why')} <GradeChip grade={current.grade} /> {current.reason}
      {t('whyWhen', { day: format.dateTime(new Date(current.filedAt), 'day') })}
    </p>
  );
}
