import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetInterfacesQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { Validity } from '@/ui/Validity';
import styles from './dataset.module.css';

type DatasetNode = Extract<NonNullable<DatasetInterfacesQuery['node']>, { interfaces: unknown }>;
export type InterfaceRow = DatasetNode['interfaces'][number];

/** Which interfaces give out which of these fields, masked or not, to whom and until when. */
export function InterfacesTab({ datasetId, interfaces }: { datasetId: string; interfaces: InterfaceRow[] }) {
  const t = useTranslations('dataset.interfaces');
  if (interfaces.length === 0) {
    return (
      <section className={page.panel}>
        <Empty title={t('none')}>{t('noneHelp')}</Empty>
      </section>
    );
  }
  return (
    <div className={page.stack}>
      {interfaces.map((item) => (
        <InterfacePanel key={item.id} item={item} datasetId={datasetId} />
      ))}
    </div>
  );
}

function InterfacePanel({ item, datasetId }: { item: InterfaceRow; datasetId: string }) {
  const t = useTranslations('dataset.interfaces');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const exposed = item.exposures.filter((exposure) => exposure.field.dataset.id === datasetId);
  return (
    <section className={page.panel} aria-label={item.name}>
      <div className={page.panelHead}>
        <h2>
          <Link href={paths.lineage(item.id)}>{item.name}</Link>
        </h2>
        <GradeChip grade={item.grade} />
        <span className={styles.tag}>{ui(`interfaceState.${item.state}`)}</span>
        <code className={page.small}>{item.code}</code>
        <span className={`${page.small} ${styles.right}`}>
          {[
            item.scene?.name,
            t('calls', { count: item.calls30Days }),
            item.lastCallAt
              ? t('lastCall', { day: format.dateTime(new Date(item.lastCallAt), 'day') })
              : t('neverCalled'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className={page.panelBody}>
        <ul className={styles.exposed} aria-label={t('exposed')}>
          {exposed.map((exposure) => (
            <li key={exposure.alias}>
              <GradeChip grade={exposure.field.grade} /> {exposure.field.title || exposure.field.path}
              <span className={page.small}>
                {exposure.masking
                  ? `${ui(`masking.${exposure.masking}`)} · ${ui(exposure.reversible ? 'masking.reversible' : 'masking.irreversible')}`
                  : ui('masking.none')}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {item.authorizations.length > 0 && (
        <div className={page.scroll}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('consumer')}</th>
                <th scope="col">{t('authorization')}</th>
                <th scope="col">{t('validity')}</th>
                <th scope="col">{t('period')}</th>
                <th scope="col">{t('approvedGrade')}</th>
                <th scope="col">{t('purpose')}</th>
              </tr>
            </thead>
            <tbody>
              {item.authorizations.map((grant) => (
                <tr key={grant.id}>
                  <td>
                    {grant.consumer.name}
                    <p className={page.small}>{grant.consumer.operatedBy?.shortName}</p>
                  </td>
                  <td>
                    <code>{grant.code}</code>
                  </td>
                  <td>
                    <Validity valid={grant.valid} state={grant.state} />
                  </td>
                  <td className={page.nowrap}>
                    {format.dateTime(new Date(grant.validFrom), 'day')} –{' '}
                    {format.dateTime(new Date(grant.validTo), 'day')}
                  </td>
                  <td>
                    <GradeChip grade={grant.approvedGrade} />
                    {grant.exceeded && <p className={styles.exceeded}>{t('exceeded')}</p>}
                  </td>
                  <td>
                    {grant.purpose}
                    <p className={page.small}>{grant.legalBasis}</p>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
