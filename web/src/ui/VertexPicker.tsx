'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { HitKind } from '@/lib/api/gql/graphql';
import { type Choice, pick } from '@/lib/api/pick';
import { useDebounced } from '@/lib/use-debounced';
import { GradeChip } from './grade-chip';
import styles from './picker.module.css';

interface Props {
  kinds: HitKind[];
  label: string;
  placeholder: string;
  value?: { id: string; name: string };
  onChoose: (id: string, name: string) => void;
}

/** Finds a field, dataset or interface by name, column, pinyin or initials. */
export function VertexPicker({ kinds, label, placeholder, value, onChoose }: Props) {
  const t = useTranslations('ui.picker');
  const [text, setText] = useState('');
  const rested = useDebounced(text.trim(), 150);
  const { data, isFetching } = useQuery({
    queryKey: ['pick', kinds, rested],
    queryFn: ({ signal }) => pick(rested, kinds, signal),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const found = rested === '' ? [] : (data ?? []);
  const options = found.map((choice) => ({
    value: choice.id,
    label: <Option {...choice} />,
    name: choice.name,
  }));
  const shown = value && !options.some((option) => option.value === value.id);
  return (
    <Select
      className={styles.picker}
      aria-label={label}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder={placeholder}
      value={value?.id}
      options={shown ? [{ value: value.id, label: value.name, name: value.name }, ...options] : options}
      loading={isFetching}
      notFoundContent={rested === '' ? t('type') : isFetching ? t('searching') : t('nothing')}
      popupMatchSelectWidth={440}
      optionLabelProp="name"
      onChange={(id, option) => {
        if (typeof id === 'string' && option && !Array.isArray(option)) onChoose(id, option.name);
      }}
    />
  );
}

function Option({ name, where, grade }: Choice) {
  return (
    <span className={styles.option}>
      <span>
        {name}
        <small>{where}</small>
      </span>
      <GradeChip grade={grade} />
    </span>
  );
}
