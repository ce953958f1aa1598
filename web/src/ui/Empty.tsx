import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Nothing here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty} role="status">
      <strong>{title}</strong>
      {children}
    </div>
  );
}
