import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetCardFragment } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Freshness } from '@/ui/Freshness';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './catalogue.module.css';
import type { CatalogueParams } from './catalogue-params';
import { PickLink } from './PickLink';
import { marked, Reasons } from './Reasons';

interface Props {
  dataset: DatasetCardFragment;
  highlights: { property: string; text: string }[];
  params: CatalogueParams;
}

/** Others use it already, it is shared, and it keeps its promised cycle: worth asking for instead of collecting again. */
const reusable = ({ sharingType, freshness, consumerCount }: DatasetCardFragment) =>
  consumerCount > 0 &&
  freshness.state !== 'LATE' &&
  (sharingType === 'UNCONDITIONAL' || sharingType === 'CONDITIONAL');

/** Everything one needs to decide whether to look closer: what, whose, how sensitive, on what terms, how fresh. */
export function DatasetCard({ dataset, highlights, params }: Props) {
  const t = useTranslations('catalogue');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const facts = [
    dataset.provider?.shortName,
    dataset.library?.name,
    dataset.layer && ui(`layer.${dataset.layer}`),
    dataset.theme,
  ].filter(Boolean);
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2>
          <Link href={paths.dataset(dataset.id)}>{marked(highlights, ['title'], dataset.title)}</Link>
        </h2>
        <PersonalMark kind={dataset.personalInfo} />
        <GradeChip grade={dataset.grade} />
        {reusable(dataset) && (
          <span className={styles.reuse} title={t('reuse.why', { count: dataset.consumerCount })}>
            {t('reuse.tag', { count: dataset.consumerCount })}
          </span>
        )}
        <code className={styles.name}>{marked(highlights, ['name'], dataset.name)}</code>
      </header>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {dataset.abstract && (
        <p className={styles.abstract}>{marked(highlights, ['abstract'], dataset.abstract)}</p>
      )}
      <Reasons highlights={highlights} shown={['title', 'name', 'abstract']} />
      <ul className={styles.terms}>
        <li className={styles.sharing} data-type={dataset.sharingType ?? 'unknown'}>
          {ui(`sharing.${dataset.sharingType ?? 'unknown'}`)}
          {dataset.sharingCondition && (
            <span title={dataset.sharingCondition} data-from-catalogue>
              {dataset.sharingCondition}
            </span>
          )}
        </li>
        <li>
          <Freshness freshness={dataset.freshness} frequency={dataset.updateFrequency} />
        </li>
        <li className={styles.counts}>
          <span>{t('fields', { count: dataset.fieldCount })}</span>
          <span>{t('users', { count: dataset.consumerCount })}</span>
          <Link href={paths.lineage(dataset.id)}>
            {t('neighbours', {
              up: format.number(dataset.upstreamDatasetCount),
              down: format.number(dataset.downstreamDatasetCount),
            })}
          </Link>
          <PickLink id={dataset.id} title={dataset.title} params={params} />
        </li>
      </ul>
    </article>
  );
}
