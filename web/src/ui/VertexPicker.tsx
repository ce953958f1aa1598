'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { request } from '@/lib/api/client';
import { type HitKind, PickDocument, type PickQuery } from '@/lib/api/gql/graphql';
import { useDebounced } from '@/lib/use-debounced';
import { GradeChip } from './grade-chip';
import styles from './picker.module.css';

type Node = PickQuery['search']['edges'][number]['node']['node'];

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
    queryFn: ({ signal }) => request(PickDocument, { text: rested, kind: kinds }, signal),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const found = rested === '' ? [] : (data?.search.edges.map((edge) => edge.node.node) ?? []);
  const options = found.flatMap((node) => {
    const seen = describe(node);
    return seen ? [{ value: seen.id, label: <Option {...seen} />, name: seen.name }] : [];
  });
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

interface Seen {
  id: string;
  name: string;
  where: string;
  grade: 'CORE' | 'IMPORTANT' | 'L4' | 'L3' | 'L2' | 'L1' | null;
}

function describe(node: Node): Seen | null {
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  switch (node.__typename) {
    case 'Field':
      return {
        id: node.id,
        name: node.fieldTitle || node.path,
        where: join(node.dataset.title, node.dataset.provider?.shortName, node.path),
        grade: node.grade,
      };
    case 'Dataset':
      return { id: node.id, name: node.title, where: join(node.provider?.shortName), grade: node.grade };
    case 'Interface':
      return {
        id: node.id,
        name: node.interfaceName,
        where: join(node.provider?.shortName),
        grade: node.grade,
      };
    case 'Department':
      return null;
  }
}

function Option({ name, where, grade }: Seen) {
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
