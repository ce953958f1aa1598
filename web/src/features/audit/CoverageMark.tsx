import { useFormatter, useTranslations } from 'next-intl';
import styles from './audit.module.css';
import type { Coverage } from './coverage';

const SIGN = { none: '✕', outside: '✕', refused: '△', covered: '✓' } as const;

/** Whether what was read was authorised all through: a sign and the words, with the numbers of what was not. */
export function CoverageMark({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('audit.coverage');
  const format = useFormatter();
  const { verdict } = coverage;
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <span aria-hidden="true">{SIGN[verdict]}</span>{' '}
      {t(verdict, {
        calls: format.number(coverage.calls),
        rows: format.number(coverage.rows),
        denied: format.number(coverage.denied),
      })}
    </span>
  );
}
