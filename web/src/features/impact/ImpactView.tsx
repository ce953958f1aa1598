import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ImpactPageQuery } from '@/lib/api/gql/graphql';
import { Completeness } from '@/ui/Completeness';
import page from '@/ui/page.module.css';
import { Groups } from './Groups';
import { InterfacesTable } from './InterfacesTable';
import styles from './impact.module.css';
import type { ImpactGroup } from './impact-group';
import { Rings } from './Rings';

export type ImpactData = NonNullable<ImpactPageQuery['impact']>;

interface Props {
  id: string;
  name: string;
  impact: ImpactData;
  group: ImpactGroup | null;
  /** The opened list of a group, or nothing. */
  list: ReactNode;
}

/** What depends on this: the sentence, the rings, the groups, and the way out through interfaces. */
export function ImpactView({ id, name, impact, group, list }: Props) {
  const t = useTranslations('impact');
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <p data-testid="sentence">
          {t.rich('sentence', {
            name,
            fields: impact.fieldCount,
            datasets: impact.datasetCount,
            departments: impact.departmentCount,
            interfaces: impact.interfaceCount,
            consumers: impact.consumerCount,
            authorizations: impact.authorizationCount,
            b: (text) => <b>{text}</b>,
          })}
        </p>
        <div className={styles.foot}>
          <Completeness completeness={impact.completeness} />
          <a href={`/export/impact.csv?id=${encodeURIComponent(id)}`} download>
            {t('export')}
          </a>
        </div>
      </section>
      <Rings id={id} impact={impact} group={group} />
      <Groups id={id} impact={impact} group={group} />
      {list}
      <InterfacesTable rows={impact.interfaces} />
    </div>
  );
}
