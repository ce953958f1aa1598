import { useLocale, useTranslations } from 'next-intl';
import { FileLinks } from '@/ui/FileLinks';
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
      <FileLinks href={(kind) => exportHref(kind, params, locale)} name={(kind) => t(`exportAs.${kind}`)} />
    </span>
  );
}
