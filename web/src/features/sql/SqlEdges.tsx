import { useTranslations } from 'next-intl';
import type { ReadSqlQuery } from '@/lib/api/gql/graphql';
import page from '@/ui/page.module.css';
import styles from './sql.module.css';

type Edge = ReadSqlQuery['readSql']['edges'][number];

/** Every edge that the SQL states, by what it writes; those that the graph lacks are marked as new. */
export function SqlEdges({ edges }: { edges: readonly Edge[] }) {
  const t = useTranslations('sql');
  const words = useTranslations('lineage.edge');
  return (
    <section className={page.panel} aria-labelledby="edges">
      <div className={page.panelHead}>
        <h2 id="edges">{t('edges')}</h2>
        <span className={page.small}>
          {t('counts', {
            added: edges.filter(({ known }) => !known).length,
            known: edges.filter(({ known }) => known).length,
          })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={`${page.scroll} ${styles.list}`} tabIndex={0} aria-label={t('edges')}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('how')}</th>
              <th scope="col">{t('masking')}</th>
              <th scope="col">{t('inGraph')}</th>
            </tr>
          </thead>
          <tbody>
            {edges.map((edge, index) => (
              <tr key={index} data-testid="edge" data-known={edge.known}>
                <td>
                  <End end={edge.to} whole={t('whole')} />
                </td>
                <td>
                  <End end={edge.from} whole={t('whole')} />
                </td>
                <td className={page.nowrap}>
                  {t('kindOf', {
                    kind: words(`kind.${edge.kind}`),
                    subtype: words(`subtype.${edge.subtype}`),
                  })}
                </td>
                <td className={page.nowrap}>{edge.masking ? words(`masking.${edge.masking}`) : '–'}</td>
                <td className={page.nowrap}>
                  {edge.known ? t('known') : <strong className={styles.added}>{t('new')}</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function End({ end, whole }: { end: Edge['from']; whole: string }) {
  return (
    <>
      <code className={styles.column}>{end.field ?? whole}</code>{' '}
      <span className={styles.table}>{end.dataset}</span>
    </>
  );
}
