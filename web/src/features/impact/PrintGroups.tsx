import { useFormatter, useTranslations } from 'next-intl';
import { RINGS } from '@/ui/ring-chip';
import type { AccessTree } from './access-tree';
import { groupColumns } from './group-columns';
import type { ImpactData } from './ImpactView';
import styles from './print.module.css';

/** Rings and groups as small tables. */
export function PrintGroups({ impact, tree }: { impact: ImpactData; tree: AccessTree }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const p = useTranslations('impact.paper');
  const format = useFormatter();
  return (
    <>
      <section>
        <h2>{t('rings')}</h2>
        <table className={`${styles.table} ${styles.numbers}`}>
          <thead>
            <tr>
              <th scope="col">{t('ring')}</th>
              <th scope="col">{p('meaning')}</th>
              <th scope="col">{t('fields')}</th>
              <th scope="col">{t('datasets')}</th>
              <th scope="col">{t('interfaces')}</th>
              <th scope="col">{t('consumers')}</th>
              <th scope="col">{t('grants')}</th>
            </tr>
          </thead>
          <tbody>
            {RINGS.map((ring) => {
              const fields = impact.byRing.find((row) => row.ring === ring);
              const branch = tree.branches.find((row) => row.ring === ring);
              const numbers = [
                fields?.fieldCount,
                fields?.datasetCount,
                branch?.interfaces.length,
                branch?.consumerCount,
                branch?.authorizationCount,
              ];
              return (
                <tr key={ring}>
                  <th scope="row">{ui(`ring.name.${ring}`)}</th>
                  <td>
                    {ui(`ring.meaning.${ring}`)}
                    {ring === 'INFLUENCED' && ` (${t('notCounted')})`}
                  </td>
                  {numbers.map((count, column) => (
                    <td key={column}>{format.number(count ?? 0)}</td>
                  ))}
                </tr>
              );
            })}
            <tr className={styles.total}>
              <th scope="row">{t('total')}</th>
              <td>{p('totalMeaning')}</td>
              <td>{format.number(impact.fieldCount)}</td>
              <td>{format.number(impact.datasetCount)}</td>
              <td>{format.number(tree.reached.interfaces)}</td>
              <td>{format.number(tree.reached.consumers)}</td>
              <td>{format.number(tree.reached.authorizations)}</td>
            </tr>
          </tbody>
        </table>
      </section>
      {impact.fieldCount > 0 && (
        <section>
          <h2>{p('groups')}</h2>
          <div className={styles.groups}>
            {groupColumns(impact, t, ui).map(({ by, rows }) => (
              <table key={by} className={styles.table} style={{ gridArea: by }}>
                <thead>
                  <tr>
                    <th scope="col">{t(`by.${by}`)}</th>
                    <th scope="col">{t('fields')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <th scope="row">{row.label}</th>
                      <td>{format.number(row.count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
