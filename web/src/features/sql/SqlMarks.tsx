import { useTranslations } from 'next-intl';
import type { ReadSqlQuery } from '@/lib/api/gql/graphql';
import page from '@/ui/page.module.css';
import { type Place, placeInText } from './place-in-text';
import styles from './sql.module.css';

type Mark = ReadSqlQuery['readSql']['marks'][number];

/** Reasons that have words of their own; others are shown with what they are about alone. */
const REASONS = [
  'UNKNOWN_COLUMN',
  'AMBIGUOUS_COLUMN',
  'UNKNOWN_RELATION',
  'NEEDS_SCHEMA',
  'COLUMN_COUNT',
  'UNNAMED_COLUMN',
  'NOT_PARSED',
  'NOT_UNDERSTOOD',
  'PARTLY_UNDERSTOOD',
  'UNKNOWN_DIALECT',
  'TIME_LIMIT',
] as const;
const reasonOf = (reason: string) => REASONS.find((known) => known === reason) ?? 'OTHER';

interface Props {
  sql: string;
  marks: readonly Mark[];
  onShow(place: Place): void;
}

/** Everything that no edge tells of: where, why, and what to do. */
export function SqlMarks({ sql, marks, onShow }: Props) {
  const t = useTranslations('sql');
  if (marks.length === 0) return null;
  return (
    <section className={page.panel} aria-labelledby="marks">
      <div className={page.panelHead}>
        <h2 id="marks">{t('marks')}</h2>
        <span className={page.small}>{t('marksNote')}</span>
      </div>
      <ul className={styles.marks}>
        {marks.map((mark, index) => {
          const place =
            mark.start === null || mark.end === null ? null : placeInText(sql, mark.start, mark.end);
          return (
            <li key={index} data-testid="mark" data-reason={mark.reason}>
              {place ? (
                <button type="button" className={styles.place} onClick={() => onShow(place)}>
                  {t('place', { line: place.line, column: place.column })}
                </button>
              ) : (
                <span className={styles.place}>{t('noPlace')}</span>
              )}
              <span>
                <strong>{t(`reason.${reasonOf(mark.reason)}`)}</strong>
                <code>{mark.detail}</code>
              </span>
              <span className={styles.todo}>{t(`todo.${reasonOf(mark.reason)}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
