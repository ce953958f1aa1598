import { useTranslations } from 'next-intl';
import styles from './validity.module.css';

interface Props {
  valid: boolean;
  state: 'AUTHORIZED' | 'EXPIRING' | 'RENEWED' | 'EXPIRED' | 'SUSPENDED' | 'REVOKED';
}

/** Whether an authorisation holds: a tick or a cross with the word for its state. */
export function Validity({ valid, state }: Props) {
  const t = useTranslations('ui.authorizationState');
  return (
    <span className={styles.validity} data-valid={valid}>
      <span aria-hidden="true">{valid ? '✓' : '✕'}</span>
      {t(state)}
    </span>
  );
}
