'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { request } from '@/lib/api/client';
import { QuickSearchDocument } from '@/lib/api/gql/graphql';
import { useRouter } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { useDebounced } from '@/lib/use-debounced';
import styles from './palette.module.css';
import { SearchOption } from './SearchOption';
import { type SearchGroup, searchGroups } from './search-groups';
import { useRecent } from './use-recent';

interface Props {
  account: string | null;
  onDone: () => void;
}

/** A combobox over everything that can be found, and before words are typed over what was looked at lately. */
export function SearchPalette({ account, onDone }: Props) {
  const t = useTranslations('frame.search');
  const format = useFormatter();
  const router = useRouter();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const words = text.trim();
  const rested = useDebounced(words, 150);
  const recent = useRecent(account);
  const { data, error, failureReason, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['quick-search', rested],
    queryFn: ({ signal }) => request(QuickSearchDocument, { text: rested }, signal),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const groups: SearchGroup[] = words === '' || rested === '' || !data ? [] : searchGroups(data, rested);
  const offered = words === '' ? recent.things : groups.flatMap(({ hits }) => hits);
  const total = groups.reduce((sum, group) => sum + group.total, 0);

  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((now) =>
        offered.length === 0
          ? -1
          : (Math.max(now, step > 0 ? -1 : 0) + step + offered.length) % offered.length,
      );
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const hit = offered[chosen];
      if (!hit && words === '') return;
      event.preventDefault();
      go(hit?.href ?? paths.catalogue({ q: words }));
    }
  };
  useEffect(() => {
    document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, chosen]);

  const option = (hit: (typeof offered)[number]) => {
    const index = offered.indexOf(hit);
    return (
      <SearchOption
        key={hit.key}
        id={`${list}-${index}`}
        hit={hit}
        active={index === chosen}
        onChoose={() => go(hit.href)}
      />
    );
  };
  return (
    <div className={styles.body}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type
        autoFocus
        className={styles.input}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.hits} data-stale={isPlaceholderData}>
        {words === '' && recent.things.length > 0 && (
          <p className={styles.head}>
            <span>{t('recent')}</span>
            <button type="button" onClick={recent.clear}>
              {t('clear')}
            </button>
          </p>
        )}
        <div role="listbox" id={list} aria-label={words === '' ? t('recent') : t('results')}>
          {words === ''
            ? offered.map(option)
            : groups.map(({ kind, total: all, hits, more }) => (
                // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form controls
                <div key={kind} role="group" aria-label={t(`kind.${kind}`)}>
                  <p className={styles.head} aria-hidden="true">
                    <span>
                      {t(`kind.${kind}`)} <b>{format.number(all)}</b>
                    </span>
                    {more && (
                      <button type="button" tabIndex={-1} onClick={() => go(more)}>
                        {t('all')}
                      </button>
                    )}
                  </p>
                  {hits.map(option)}
                </div>
              ))}
        </div>
      </div>
      <div className={styles.foot}>
        <p role="status">
          {error || failureReason
            ? t('failed')
            : words === ''
              ? t('help')
              : !data && isFetching
                ? t('searching')
                : data && total === 0
                  ? t('nothing', { text: rested })
                  : t('found', { count: total })}
        </p>
        <span aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> <kbd>Esc</kbd>
        </span>
      </div>
    </div>
  );
}
