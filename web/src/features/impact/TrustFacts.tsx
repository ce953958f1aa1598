import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import type { ImpactData } from './ImpactView';
import { IndexAge } from './IndexAge';
import styles from './impact.module.css';

/** How the answer can be checked: what the digest covers, what a later version means, what a person may not see. */
export function TrustFacts({ completeness }: { completeness: ImpactData['completeness'] }) {
  const t = useTranslations('impact.trust');
  return (
    <dl className={styles.trust}>
      <dt>{t('how')}</dt>
      <dd>{t('howText')}</dd>
      <dt>{t('digest')}</dt>
      <dd>
        {t('digestText')} <code className={styles.digest}>{completeness.digest}</code>
      </dd>
      <dt>{t('version')}</dt>
      <dd>
        {t(completeness.latestVersion > completeness.snapshotVersion ? 'versionBehind' : 'versionText', {
          version: String(completeness.snapshotVersion),
          latest: String(completeness.latestVersion),
        })}{' '}
        <Suspense>
          <IndexAge />
        </Suspense>
      </dd>
      <dt>{t('limits')}</dt>
      <dd>{t('limitsText')}</dd>
    </dl>
  );
}
