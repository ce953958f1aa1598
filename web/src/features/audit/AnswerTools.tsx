import { useLocale, useTranslations } from 'next-intl';
import styles from './audit.module.css';
import type { AuditParams } from './audit-params';
import { CopyLink } from './CopyLink';
import { exportHref } from './export-href';

/** What to do with an answer: hand on its address, take it away as a file. */
export function AnswerTools({ params }: { params: AuditParams }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <span className={styles.answerTools}>
      <CopyLink />
      <span>{t('export')}</span>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <a key={kind} href={exportHref(kind, params, locale)} download aria-label={t(`exportAs.${kind}`)}>
          {kind.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
