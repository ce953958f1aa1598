import styles from './tick.module.css';

/** The box of something that is on or off; the words beside it say the same. */
export function Tick({ on }: { on: boolean }) {
  return <span className={styles.tick} data-on={on} aria-hidden="true" />;
}
