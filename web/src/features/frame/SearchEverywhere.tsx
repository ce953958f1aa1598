'use client';

import { SearchOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import styles from './frame.module.css';
import paletteStyles from './palette.module.css';
import { SearchPalette } from './SearchPalette';

const editable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The search button of the frame; `/` or Ctrl-K opens it from anywhere. */
export function SearchEverywhere({ account }: { account: string | null }) {
  const t = useTranslations('frame.search');
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !editable(event.target);
      const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      // A view that has its own search takes the slash first.
      if (event.defaultPrevented || !(slash || k)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  return (
    <>
      <button
        type="button"
        className={styles.search}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K"
      >
        <SearchOutlined aria-hidden="true" />
        <span className={styles.searchHint}>{t('hint')}</span>
        <kbd className={styles.kbd}>/</kbd>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; Escape does the same by keyboard */}
      <dialog
        ref={dialog}
        className={paletteStyles.palette}
        aria-label={t('label')}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && setOpen(false)}
      >
        {open && <SearchPalette account={account} onDone={() => setOpen(false)} />}
      </dialog>
    </>
  );
}
