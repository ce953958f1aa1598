'use client';

import { useTranslations } from 'next-intl';
import { type CsvWords, EDGE_COLUMNS, END_COLUMNS } from './export-csv';

/** The words of the CSV in the language of the page. */
export function useCsvWords(): CsvWords {
  const t = useTranslations('lineage.export');
  const edges = useTranslations('lineage.edge');
  const grades = useTranslations('ui.grade');
  const personal = useTranslations('ui.personalInfo');
  const rings = useTranslations('ui.ring.name');
  const changes = useTranslations('lineage.time.change');
  const named = <K extends string>(keys: readonly K[], name: (key: K) => string) =>
    Object.fromEntries(keys.map((key) => [key, name(key)])) as Record<K, string>;
  return {
    columns: {
      from: named(END_COLUMNS, (key) => t('from', { name: t(`end.${key}`) })),
      to: named(END_COLUMNS, (key) => t('to', { name: t(`end.${key}`) })),
    },
    edgeColumns: named(EDGE_COLUMNS, (key) => t(`edge.${key}`)),
    kind: named(['DATASET', 'INTERFACE', 'CONSUMER'], (key) => edges(`box.${key}`)),
    grade: (grade) => (grade ? grades(`short.${grade}`) : grades('none')),
    personal: (kind) => (kind === 'NONE' ? '' : personal(kind)),
    ring: (ring) => rings(ring),
    way: (edge) => (edge.role === 'FLOW' ? edges(`kind.${edge.kind}`) : edges(`role.${edge.role}`)),
    subtype: (subtype) => edges(`subtype.${subtype as 'IDENTITY'}`),
    masking: (masking) => edges(`masking.${masking as 'HASH'}`),
    change: (change) => changes(change),
    yes: t('yes'),
  };
}
