'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './copy-button.module.css';

/** Copies a text, or the address of the page when none is given, and says so. */
export function CopyButton({ text, label }: { text?: string; label?: string }) {
  const t = useTranslations('ui');
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text ?? window.location.href);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()} aria-live="polite">
      {done ? t('copied') : (label ?? t('copy'))}
    </button>
  );
}
