'use client';

import { useLinkStatus } from 'next/link';
import styles from './link-pending.module.css';

/** A small mark inside a link while the page it leads to is on its way; shown after 150 ms. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span className={styles.mark} data-pending={pending} aria-hidden="true" />;
}
