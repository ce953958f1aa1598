import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ImpactPageQuery } from '@/lib/api/gql/graphql';
import { Completeness } from '@/ui/Completeness';
import page from '@/ui/page.module.css';
import { VerifyImpact } from '@/ui/VerifyImpact';
import { AccessTreeTable } from './AccessTreeTable';
import { type AccessTree, accessTree } from './access-tree';
import { ExportLinks } from './ExportLinks';
import { Groups } from './Groups';
import styles from './impact.module.css';
import { type ImpactGroup, writeGroup } from './impact-group';
import { ListFocus } from './ListFocus';
import { NoDownstream } from './NoDownstream';
import { Rings } from './Rings';
import { CountingRule, Sentence } from './Sentence';
import { TrustFacts } from './TrustFacts';

export type ImpactData = NonNullable<ImpactPageQuery['impact']>;
export type StartKind = 'Field' | 'Dataset' | 'Interface' | 'Consumer';

interface Props {
  id: string;
  name: string;
  /** What it starts from; a dataset when not given. */
  kind?: StartKind;
  impact: ImpactData;
  /** Worked out from the interfaces of the answer when not given. */
  tree?: AccessTree;
  /** Why it has its grade, or nothing. */
  why?: ReactNode;
  group: ImpactGroup | null;
  /** The opened list of a group, or nothing. */
  list: ReactNode;
}

/** What depends on this: the sentence, the rings, the groups, and the way out through interfaces. */
export function ImpactView(props: Props) {
  const { id, name, kind = 'Dataset', impact, why, group, list } = props;
  const tree = props.tree ?? accessTree(impact.interfaces);
  const t = useTranslations('impact');
  const anyField = impact.byRing.some(({ fieldCount }) => fieldCount > 0);
  const nothing = impact.fieldCount === 0 && tree.reached.interfaces === 0;
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <Sentence id={id} name={name} kind={kind} impact={impact} tree={tree} />
        <p className={styles.rule}>
          <CountingRule impact={impact} tree={tree} />
        </p>
        {why}
        <div className={styles.foot}>
          <Completeness completeness={impact.completeness} summary={t('trust.summary')}>
            <TrustFacts completeness={impact.completeness} />
            {(kind === 'Field' || kind === 'Dataset') && <VerifyImpact id={id} />}
          </Completeness>
          <ExportLinks id={id} group={null} locale={useLocale()} label={t('exportAll')} />
        </div>
      </section>
      {nothing && <NoDownstream id={id} kind={kind} completeness={impact.completeness} />}
      {anyField && <Rings id={id} impact={impact} tree={tree} group={group} />}
      {impact.fieldCount > 0 && <Groups id={id} impact={impact} group={group} />}
      <ListFocus list={group && writeGroup(group)} />
      {list}
      {tree.branches.length > 0 && (
        <section
          className={page.panel}
          id="impact-interfaces"
          aria-label={t('wayOut')}
          data-testid="impact-interfaces"
        >
          <AccessTreeTable tree={tree} />
        </section>
      )}
      {tree.branches.length === 0 && !nothing && (
        <p className={`${page.panel} ${styles.sentence} ${page.sub}`} id="impact-interfaces">
          {t('noInterfaces')}
        </p>
      )}
    </div>
  );
}
