import { useTranslations } from 'next-intl';
import type { DatasetHeadFragment } from '@/lib/api/gql/graphql';
import { CopyButton } from '@/ui/CopyButton';
import page from '@/ui/page.module.css';
import styles from './dataset.module.css';

const STEPS = {
  UNCONDITIONAL: ['check', 'granted'],
  CONDITIONAL: ['check', 'provider', 'granted'],
  NOT_SHARED: ['talk', 'coordinate'],
  unknown: ['catalogue'],
} as const;

/** 怎么申请使用: the steps of its sharing type with their limits (domain §8), whom to ask, and a text to begin with. */
export function ApplyGuide({ dataset }: { dataset: DatasetHeadFragment }) {
  const t = useTranslations('dataset.apply');
  const ui = useTranslations('ui');
  const type = dataset.sharingType ?? 'unknown';
  const text = t('text', {
    title: dataset.title,
    provider: dataset.provider?.name ?? '',
    code: dataset.resourceCode ?? dataset.name,
    condition: dataset.sharingCondition || ui('sharing.unknown'),
  });
  return (
    <details className={styles.more}>
      <summary>{t('title')}</summary>
      <div className={styles.apply}>
        <p>{t(`lead.${type}`)}</p>
        <ol>
          {STEPS[type].map((step) => (
            <li key={step}>
              <strong>{t(`step.${step}.title`)}</strong>
              <span className={page.small}>{t(`step.${step}.text`)}</span>
            </li>
          ))}
        </ol>
        <p className={page.small}>
          {dataset.contact ? t('contact', { contact: dataset.contact }) : t('noContact')}
        </p>
        {type !== 'NOT_SHARED' && (
          <div className={styles.letter}>
            <pre>{text}</pre>
            <CopyButton text={text} />
          </div>
        )}
      </div>
    </details>
  );
}
