import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetBackflowQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import styles from './dataset.module.css';

type DatasetNode = Extract<NonNullable<DatasetBackflowQuery['node']>, { backflowLinks: unknown }>;

/** Links over which it goes back, lands, or was collected for. */
export function BackflowTab({ id, links }: { id: string; links: DatasetNode['backflowLinks'] }) {
  const t = useTranslations('dataset.backflow');
  const ui = useTranslations('ui');
  const format = useFormatter();
  if (links.length === 0) return <Empty title={t('none')}>{t('noneHelp')}</Empty>;
  const part = (link: (typeof links)[number]) =>
    link.from.id === id ? 'from' : link.to.id === id ? 'to' : 'collected';
  return (
    <section className={page.panel} aria-label={t('label')}>
      <div className={page.scroll}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('link')}</th>
              <th scope="col">{t('part')}</th>
              <th scope="col">{t('way')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('cadence')}</th>
              <th scope="col" className={page.number}>
                {t('fields')}
              </th>
              <th scope="col" className={page.number}>
                {t('landed')}
              </th>
              <th scope="col">{t('last')}</th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => {
              const last = link.deliveries[0];
              return (
                <tr key={link.id}>
                  <td>
                    <Link href={paths.backflowLink(link.code)}>{link.name}</Link>
                    <p className={page.small}>{t('serves', { unit: link.serves.shortName })}</p>
                  </td>
                  <td>{t(`role.${part(link)}`)}</td>
                  <td>
                    <Link href={paths.dataset(link.from.id)}>{link.from.title}</Link> →{' '}
                    <Link href={paths.dataset(link.to.id)}>{link.to.title}</Link>
                  </td>
                  <td>{t(`stateOf.${link.state}`)}</td>
                  <td>{ui(`frequency.${link.cadence}`)}</td>
                  <td className={page.number}>{format.number(link.mappedFields)}</td>
                  <td className={page.number}>
                    {link.landingRate === null
                      ? '–'
                      : format.number(link.landingRate, { style: 'percent', maximumFractionDigits: 1 })}
                  </td>
                  <td>
                    {last ? (
                      <>
                        {last.dueOn}
                        {last.late && <span className={styles.wrong}> ✕ {t('late')}</span>}
                        <p className={page.small}>
                          {t('rows', {
                            landed: format.number(last.rowsLanded),
                            sent: format.number(last.rowsSent),
                          })}
                        </p>
                      </>
                    ) : (
                      t('never')
                    )}
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
