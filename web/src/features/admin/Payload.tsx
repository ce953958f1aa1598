import { useFormatter, useTranslations } from 'next-intl';
import styles from './admin.module.css';
import { printPayload } from './payload-lines';
import { Reason } from './Reason';

interface Props {
  payload: string | null;
  reasons: readonly string[];
  digest: string;
}

/** What was sent, line by line; the lines that were to blame carry the reason. */
export function Payload({ payload, reasons, digest }: Props) {
  const t = useTranslations('admin.payload');
  const format = useFormatter();
  if (payload === null) return <p className={styles.noPayload}>{t('none')}</p>;
  const lines = printPayload(payload, reasons);
  const blamed = lines.filter((line) => line.reasons.length > 0);
  return (
    <div className={styles.payload}>
      <p>
        {blamed.length > 0
          ? t('blamed', { lines: format.list(blamed.map((line) => String(line.number))) })
          : t('accepted')}{' '}
        <span className={styles.digest}>
          {t('digest')} <code>{digest.slice(0, 16)}…</code>
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.code} aria-label={t('label')} tabIndex={0}>
        <ol>
          {lines.map((line) => (
            <li key={line.number} data-blamed={line.reasons.length > 0}>
              <code>
                <span className={styles.lineNumber} aria-hidden="true">
                  {line.number}
                </span>
                {line.text}
              </code>
              {line.reasons.map((reason) => (
                <strong key={reason}>
                  <span aria-hidden="true">✕</span> <Reason reason={reason} />
                </strong>
              ))}
            </li>
          ))}
        </ol>
      </section>
      {blamed.length > 0 && <p className={styles.retry}>{t('retry')}</p>}
    </div>
  );
}
