import { useTranslations } from 'next-intl';
import styles from './grade-chip.module.css';
import type { GradeKey } from './tokens';

/** A grade as colour and letters together; a dashed chip in words when it is not graded yet. */
export function GradeChip({ grade }: { grade: GradeKey | null | undefined }) {
  const t = useTranslations('ui.grade');
  if (!grade) return <span className={`${styles.chip} ${styles.none}`}>{t('none')}</span>;
  return (
    <span className={`${styles.chip} ${styles[grade]}`} title={t(`name.${grade}`)}>
      <span aria-hidden="true">{t(`short.${grade}`)}</span>
      <span className="visually-hidden">{t(`name.${grade}`)}</span>
    </span>
  );
}
