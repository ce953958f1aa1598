import { useTranslations } from 'next-intl';
import styles from './delivery.module.css';
import { lookOf, SIGN } from './delivery-look';

/** How a delivery went: a sign and the word. */
export function DeliveryMark({ delivery }: { delivery: Parameters<typeof lookOf>[0] }) {
  const t = useTranslations('backflow.look');
  const look = lookOf(delivery);
  return (
    <span className={styles.mark} data-look={look}>
      <span aria-hidden="true">{SIGN[look]}</span> {t(look)}
    </span>
  );
}
