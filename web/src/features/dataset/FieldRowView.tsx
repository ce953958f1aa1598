import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './dataset.module.css';
import type { FieldRow } from './field-list';

interface Props {
  field: FieldRow;
  /** Its place among all rows, the head counted: what a screen reader says. */
  index: number;
  /** Rows of equal height, for very long lists. */
  oneLine: boolean;
}

/** One field. */
export const FieldRowView = memo(function FieldRowView({ field, index, oneLine }: Props) {
  const t = useTranslations('dataset.fields');
  const format = useFormatter();
  return (
    <tr aria-rowindex={index} className={oneLine ? styles.oneLine : undefined}>
      <td className={`${page.number} ${page.small}`}>{field.ordinal + 1}</td>
      <td>
        <strong className={page.strong}>{field.title || field.path}</strong>
        {field.description && !oneLine && <p className={page.small}>{field.description}</p>}
      </td>
      <td>
        <code>{field.path}</code>
      </td>
      <td className={page.small}>{field.type}</td>
      <td>
        <GradeChip grade={field.grade} />
      </td>
      <td className={page.nowrap}>
        <PersonalMark kind={field.personalInfo} />{' '}
        <span className={page.small}>{field.personalInfoKind}</span>
      </td>
      <td className={page.number}>{format.number(field.upstreamCount)}</td>
      <td className={page.number}>{format.number(field.downstreamCount)}</td>
      <td className={styles.ways}>
        <Link href={paths.lineage(field.id)}>{t('lineage')}</Link>
        <Link href={paths.impact(field.id)}>{t('impact')}</Link>
        <Link href={paths.audit({ id: field.id })}>{t('audit')}</Link>
      </td>
    </tr>
  );
});
