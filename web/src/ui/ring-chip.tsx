import { useTranslations } from 'next-intl';
import styles from './ring-chip.module.css';

export type RingKey = 'CLEARTEXT' | 'MASKED' | 'INFLUENCED';
export const RINGS: readonly RingKey[] = ['CLEARTEXT', 'MASKED', 'INFLUENCED'];

/** How something was reached, as a word with a line of its own kind: solid, disc (masked), dashed. */
export function RingChip({ ring }: { ring: RingKey }) {
  const t = useTranslations('ui.ring');
  return (
    <span className={`${styles.ring} ${styles[ring]}`} title={t(`meaning.${ring}`)}>
      {t(`name.${ring}`)}
    </span>
  );
}
