import { useTranslations } from 'next-intl';
import { ageText } from '@/lib/format/age';
import styles from './freshness.module.css';

interface Props {
  freshness: { state: 'FRESH' | 'LATE' | 'UNKNOWN'; ageHours: number | null };
  frequency: string | null;
}

/** Real age against the promised cycle: a mark of its own shape, the age, the promise. */
export function Freshness({ freshness, frequency }: Props) {
  const t = useTranslations('ui');
  const age = useTranslations('format.age');
  const promise = t(`frequency.${(frequency ?? 'unknown') as 'DAILY'}`);
  return (
    <span className={styles.freshness} data-state={freshness.state}>
      <span className={styles.mark} aria-hidden="true" />
      {t(`freshness.${freshness.state}`)}
      <span className={styles.detail}>
        {freshness.ageHours !== null && `${age('ago', { age: ageText(age, freshness.ageHours) })} · `}
        {promise}
      </span>
    </span>
  );
}
