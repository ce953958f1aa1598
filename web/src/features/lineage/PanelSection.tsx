import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface Props {
  /** Where the ways at the top of the panel lead. */
  id: string;
  title: string;
  count?: number;
  children: ReactNode;
}

/** A part of the side panel under its own heading. */
export function PanelSection({ id, title, count, children }: Props) {
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h3 id={`${id}-title`}>
        {title}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </h3>
      {children}
    </section>
  );
}
