import { useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import { GRADES } from '@/ui/tokens';
import styles from './dataset.module.css';
import type { FieldFilter } from './field-list';

interface Props {
  filter: FieldFilter;
  onFilter: (filter: FieldFilter) => void;
  shown: number;
  total: number;
  loaded: number;
  failed: boolean;
  onRetry: () => void;
}

/** Words, grade and personal information that narrow the fields; says how many are shown and how many are still to come. */
export function FieldTools({ filter, onFilter, shown, total, loaded, failed, onRetry }: Props) {
  const t = useTranslations('dataset.fields');
  const ui = useTranslations('ui');
  return (
    <div className={styles.tools}>
      <input
        type="search"
        className={styles.filter}
        aria-label={t('filter')}
        placeholder={t('filter')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <select
        className={styles.choice}
        aria-label={t('grade')}
        value={filter.grade}
        onChange={(event) => onFilter({ ...filter, grade: event.target.value as FieldFilter['grade'] })}
      >
        <option value="">{t('anyGrade')}</option>
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {ui(`grade.name.${grade}`)}
          </option>
        ))}
        <option value="NONE">{ui('grade.none')}</option>
      </select>
      <select
        className={styles.choice}
        aria-label={t('personalInfo')}
        value={filter.personal}
        onChange={(event) => onFilter({ ...filter, personal: event.target.value as FieldFilter['personal'] })}
      >
        <option value="">{t('anyPersonal')}</option>
        {(['SENSITIVE', 'GENERAL', 'NONE'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {ui(`personalInfo.${kind}`)}
          </option>
        ))}
      </select>
      <span className={page.small} role="status">
        {t('shown', { shown, total })}
        {loaded < total && !failed && ` · ${t('loading', { loaded, total })}`}
      </span>
      {failed && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {t('failed')}
        </button>
      )}
    </div>
  );
}
