import { useTranslations } from 'next-intl';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { alignFields, type ComparedDataset } from './align-fields';
import styles from './compare.module.css';

/** The fields aligned by title or column name: what all have, what some have, what stands alone; other grades are marked. */
export function ComparedFields({ datasets }: { datasets: ComparedDataset[] }) {
  const t = useTranslations('compare');
  const rows = alignFields(datasets.map(({ fields }) => fields));
  const common = rows.filter((row) => row.every((field) => field !== null)).length;
  return (
    <section className={page.panel} aria-labelledby="fields">
      <div className={page.panelHead}>
        <h2 id="fields">{t('fieldsTitle')}</h2>
        <span className={page.small} data-testid="common">
          {t('common', { common, total: rows.length })}
        </span>
      </div>
      <div className={page.scroll}>
        <table className={`${page.table} ${styles.compare}`}>
          <thead>
            <tr>
              {datasets.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">{t('note')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const present = row.filter((field) => field !== null);
              const grades = new Set(present.map(({ grade }) => grade ?? '')).size;
              return (
                <tr key={row.map((field) => field?.id ?? '-').join(' ')} data-shared={present.length}>
                  {row.map((field, i) => (
                    <td key={datasets[i]?.id}>
                      {field ? (
                        <>
                          <strong className={page.strong}>{field.title || field.path}</strong>{' '}
                          <code className={page.small}>{field.path}</code>{' '}
                          <PersonalMark kind={field.personalInfo} /> <GradeChip grade={field.grade} />
                        </>
                      ) : (
                        <span className={styles.absent}>{t('absent')}</span>
                      )}
                    </td>
                  ))}
                  <td className={page.small}>
                    {present.length === row.length ? t('inAll') : t('inSome', { count: present.length })}
                    {grades > 1 && <span className={styles.sign}> ≠ {t('gradesDiffer')}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
