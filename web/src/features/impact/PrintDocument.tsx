import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AccessTree } from './access-tree';
import type { Datasets } from './DatasetList';
import type { ImpactData, StartKind } from './ImpactView';
import { PrintAccess } from './PrintAccess';
import { PrintButton } from './PrintButton';
import { PrintDatasets } from './PrintDatasets';
import { PrintGroups } from './PrintGroups';
import styles from './print.module.css';
import { CountingRule, Sentence } from './Sentence';

interface Props {
  id: string;
  name: string;
  kind: StartKind;
  /** The thing with its grade and where it belongs. */
  subject: ReactNode;
  /** Why it has its grade, or nothing. */
  why: ReactNode;
  impact: ImpactData;
  tree: AccessTree;
  datasets: Datasets | undefined;
  /** Who prints, and when. */
  person: string;
  now: Date;
}

/** The whole answer on A4 for a meeting: readable in black and white, each page numbered, each table with its head. */
export function PrintDocument({ id, name, kind, subject, why, impact, tree, datasets, person, now }: Props) {
  const t = useTranslations('impact');
  const p = useTranslations('impact.paper');
  const format = useFormatter();
  const { completeness } = impact;
  return (
    <article className={styles.paper} data-testid="impact-paper">
      <PrintButton id={id} />
      <header className={styles.title}>
        <h1>{p('title', { name })}</h1>
        <p>{subject}</p>
        {why}
        <dl>
          <div>
            <dt>{p('date')}</dt>
            <dd>{format.dateTime(now, 'minute')}</dd>
          </div>
          <div>
            <dt>{p('version')}</dt>
            <dd>{completeness.snapshotVersion}</dd>
          </div>
          <div>
            <dt>{p('person')}</dt>
            <dd>{person}</dd>
          </div>
          <div>
            <dt>{p('complete')}</dt>
            <dd>{completeness.complete ? p('yes') : (completeness.reason ?? p('no'))}</dd>
          </div>
        </dl>
      </header>
      <section className={styles.short}>
        <h2>{p('conclusion')}</h2>
        <Sentence id={id} name={name} kind={kind} impact={impact} tree={tree} plain />
        <p className={styles.small}>
          <CountingRule impact={impact} tree={tree} />
        </p>
      </section>
      <PrintGroups impact={impact} tree={tree} />
      {tree.branches.length > 0 && <PrintAccess tree={tree} />}
      {datasets && datasets.totalCount > 0 && <PrintDatasets datasets={datasets} />}
      <section className={styles.notes}>
        <h2>{p('notes')}</h2>
        <ul>
          <li>{p('noteRings')}</li>
          <li>{t('trust.limitsText')}</li>
          <li>
            {p('noteDigest')} <code>{completeness.digest}</code>
          </li>
        </ul>
      </section>
    </article>
  );
}
