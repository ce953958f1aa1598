import { useTranslations } from 'next-intl';
import type { InterfaceState } from '@/lib/api/gql/graphql';
import styles from './interfaces.module.css';

const SIGN: Record<InterfaceState, string> = {
  REGISTERED: '◌',
  IN_REVIEW: '◔',
  PUBLISHED: '○',
  IN_USE: '●',
  SUSPENDED: '❙❙',
  RECLAIMED: '✕',
  UNPUBLISHED: '✕',
  DEREGISTERED: '✕',
};

/** Where an interface stands in its life: a sign and the word. */
export function StateTag({ state }: { state: InterfaceState }) {
  const t = useTranslations('ui.interfaceState');
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{SIGN[state]}</span>
      {t(state)}
    </span>
  );
}
