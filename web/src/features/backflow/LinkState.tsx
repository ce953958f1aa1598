import { useTranslations } from 'next-intl';
import type { BackflowState } from '@/lib/api/gql/graphql';
import styles from './delivery.module.css';

const SIGN: Record<BackflowState, string> = {
  PLANNED: '◌',
  REQUESTED: '◔',
  AUTHORIZED: '○',
  DELIVERING: '→',
  LANDED: '✓',
  OVERDUE: '!',
  BROKEN: '✕',
  STOPPED: '–',
};
const LOOK: Partial<Record<BackflowState, string>> = {
  LANDED: 'onTime',
  OVERDUE: 'overdue',
  BROKEN: 'failed',
};

/** Where a link stands: a sign and the word. */
export function LinkState({ state }: { state: BackflowState }) {
  const t = useTranslations('backflow.linkState');
  return (
    <span className={styles.mark} data-look={LOOK[state] ?? 'underway'}>
      <span aria-hidden="true">{SIGN[state]}</span> {t(state)}
    </span>
  );
}
