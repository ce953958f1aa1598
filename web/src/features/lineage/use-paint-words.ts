'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PaintWords } from './scene';

/** The few words that stand inside the picture. */
export function usePaintWords(): PaintWords {
  const t = useTranslations('lineage.picture');
  const often = useTranslations('ui.frequency');
  return useMemo(
    () => ({
      more: (count) => t('more', { count }),
      fewer: t('fewer'),
      fields: (count) => t('fields', { count }),
      backflow: (count, cadences) =>
        cadences.length === 0
          ? t('backflow', { count })
          : t('backflowOften', { count, often: cadences.map((cadence) => often(cadence)).join(t('and')) }),
      returning: (count) => t('returning', { count }),
      boxes: (count) => t('boxes', { count }),
      group: ({ datasets, interfaces, consumers, fields }) => {
        const tables = [
          datasets > 0 && t('groupDatasets', { count: datasets }),
          fields > 0 && t('groupFields', { count: fields }),
        ];
        const uses = [
          interfaces > 0 && t('groupInterfaces', { count: interfaces }),
          consumers > 0 && t('groupConsumers', { count: consumers }),
        ];
        const lines = [tables, uses].map((parts) => parts.filter((part) => part !== false).join(' · '));
        return lines.filter((line) => line !== '');
      },
    }),
    [t, often],
  );
}
