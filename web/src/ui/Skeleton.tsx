import { useTranslations } from 'next-intl';
import styles from './skeleton.module.css';

/** The place of what is on its way, in its size; seen only when the wait is longer than 300 ms. */
export function Skeleton({ heights }: { heights: readonly number[] }) {
  const t = useTranslations('ui');
  return (
    <div className={styles.skeleton} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('loading')}
      </span>
      {heights.map((height, index) => (
        <div key={index} className={styles.block} style={{ height }} aria-hidden="true" />
      ))}
    </div>
  );
}
