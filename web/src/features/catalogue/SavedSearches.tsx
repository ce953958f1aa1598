'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { CopyButton } from '@/ui/CopyButton';
import styles from './saved.module.css';
import { readSaved, type SavedSearch, writeSaved } from './saved-searches';

/** Views that the person comes back to: kept in the browser under a name, each a link; what was removed can be had back. */
export function SavedSearches({ href }: { href: string }) {
  const t = useTranslations('catalogue.saved');
  const [saved, setSaved] = useState<SavedSearch[]>([]);
  const [removed, setRemoved] = useState<SavedSearch | null>(null);
  const [name, setName] = useState('');
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => setSaved(readSaved(window.localStorage)), []);
  const keep = (next: SavedSearch[]) => {
    setSaved(next);
    writeSaved(window.localStorage, next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const named = name.trim();
    if (!named) return;
    keep([{ name: named, href }, ...saved.filter((other) => other.name !== named)]);
    setName('');
    setRemoved(null);
  };
  const remove = (search: SavedSearch) => {
    keep(saved.filter((other) => other.name !== search.name));
    setRemoved(search);
  };
  return (
    <details
      className={styles.saved}
      ref={frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !frame.current?.open) return;
        frame.current.open = false;
        frame.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{t('title', { count: saved.length })}</summary>
      <div className={styles.box}>
        <form onSubmit={save}>
          <input
            aria-label={t('name')}
            placeholder={t('name')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" disabled={!name.trim()}>
            {t('save')}
          </button>
        </form>
        <CopyButton label={t('copy')} />
        {saved.length === 0 && <p>{t('none')}</p>}
        <ul>
          {saved.map((search) => (
            <li key={search.name}>
              <Link href={search.href} aria-current={search.href === href ? 'true' : undefined}>
                {search.name}
              </Link>
              <button
                type="button"
                onClick={() => remove(search)}
                aria-label={t('remove', { name: search.name })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        {removed && (
          <p role="status">
            {t('removed', { name: removed.name })}{' '}
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                keep([removed, ...saved]);
                setRemoved(null);
              }}
            >
              {t('undo')}
            </button>
          </p>
        )}
      </div>
    </details>
  );
}
