import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetChangesQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { changedValues, nameIn, nounOf } from './change-facts';
import styles from './dataset.module.css';

type DatasetNode = Extract<NonNullable<DatasetChangesQuery['node']>, { changes: unknown }>;

/** Changes of one page; as many as the question asks for. */
export const CHANGES_SHOWN = 50;

interface Props {
  id: string;
  changes: DatasetNode['changes'];
  /** More may follow. */
  full: boolean;
}

/** What happened to the dataset, its fields and their grades: who, when, from what to what. */
export function ChangesTab({ id, changes, full }: Props) {
  const t = useTranslations('dataset.changes');
  const format = useFormatter();
  if (changes.length === 0) return <Empty title={t('none')} />;
  const last = changes.at(-1);
  return (
    <section className={page.panel} aria-label={t('label')}>
      <ol className={styles.changes}>
        {changes.map((change) => {
          const noun = nounOf(change.kind);
          const values = changedValues(change.before, change.after);
          const first = change.before === null;
          const gone = change.after === null;
          const deed = gone ? 'removed' : first ? 'first' : 'again';
          return (
            <li key={change.sequence}>
              <time dateTime={change.at}>{format.dateTime(new Date(change.at), 'minute')}</time>
              <div>
                <p>
                  {t(`${deed}.${noun}`)} <b>{nameIn(change.after ?? change.before) ?? ''}</b>
                  {noun === 'grading' && change.node?.__typename === 'Field' && (
                    <Link href={paths.lineage(change.node.id)} className={styles.of}>
                      {change.node.fieldTitle || change.node.path}
                    </Link>
                  )}
                  {noun === 'grading' && change.node?.__typename === 'Dataset' && (
                    <span className={styles.of}>{change.node.title}</span>
                  )}
                </p>
                {deed === 'again' && values.length > 0 && (
                  <ul className={page.small}>
                    {values.map(({ name, before, after }) => (
                      <li key={name}>
                        {t.has(`value.${name}` as never) ? t(`value.${name}` as never) : name}{' '}
                        {before || t('empty')} → {after || t('empty')}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <span className={page.small}>
                {change.actor} · #{change.sequence}
              </span>
            </li>
          );
        })}
      </ol>
      {full && last && (
        <p className={page.pager}>
          <Link href={paths.dataset(id, { tab: 'changes', before: String(last.sequence) })}>
            {t('older')}
          </Link>
        </p>
      )}
    </section>
  );
}
