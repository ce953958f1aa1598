'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { request } from '@/lib/api/client';
import { QuickSearchDocument } from '@/lib/api/gql/graphql';
import { highlighted } from '@/lib/highlight';
import { useRouter } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { useDebounced } from '@/lib/use-debounced';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './frame.module.css';
import { hitView, type QuickHit } from './hit-target';

/** A combobox over everything that can be found; Enter opens the chosen hit, or the catalogue with the words typed. */
export function SearchPalette({ onDone }: { onDone: () => void }) {
  const t = useTranslations('frame.search');
  const router = useRouter();
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const rested = useDebounced(text.trim(), 150);
  const { data, error, isFetching } = useQuery({
    queryKey: ['quick-search', rested],
    queryFn: ({ signal }) => request(QuickSearchDocument, { text: rested }, signal),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const hits = rested === '' ? [] : (data?.search.edges.map((edge) => edge.node) ?? []);
  const total = data?.search.totalCount ?? 0;

  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((now) =>
        hits.length === 0 ? -1 : (Math.max(now, step > 0 ? -1 : 0) + step + hits.length) % hits.length,
      );
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim()) {
      event.preventDefault();
      const hit = hits[chosen];
      go(hit ? hitView(hit).href : paths.catalogue({ q: text.trim() }));
    }
  };

  return (
    <div className={styles.paletteBody}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type
        autoFocus
        className={styles.paletteInput}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={t('placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={list} aria-label={t('results')} className={styles.hits}>
        {hits.map((hit, index) => (
          <Hit
            key={hitView(hit).key}
            id={`${list}-${index}`}
            hit={hit}
            active={index === chosen}
            onChoose={go}
          />
        ))}
      </div>
      <p className={styles.paletteFoot} role="status">
        {error
          ? t('failed')
          : rested === ''
            ? t('help')
            : !data && isFetching
              ? t('searching')
              : hits.length === 0
                ? t('nothing', { text: rested })
                : t('found', { count: total })}
      </p>
    </div>
  );
}

interface HitProps {
  id: string;
  hit: QuickHit;
  active: boolean;
  onChoose: (href: string) => void;
}

function Hit({ id, hit, active, onChoose }: HitProps) {
  const t = useTranslations('frame.search');
  const view = hitView(hit);
  const shown = hit.highlights.find(({ property }) => property === 'title' || property === 'name');
  const node = hit.node;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keyboard for its options
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox, which names the active option
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles.hit}
      onClick={() => onChoose(view.href)}
    >
      <span className={styles.hitKind}>{t(`kind.${hit.kind}`)}</span>
      <span className={styles.hitText}>
        <strong>{shown ? highlighted(shown.text) : view.title}</strong>
        <small>{view.context}</small>
      </span>
      {'personalInfo' in node && <PersonalMark kind={node.personalInfo} />}
      {'grade' in node && <GradeChip grade={node.grade} />}
    </div>
  );
}
