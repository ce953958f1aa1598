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
      backflow: (count, cadence) =>
        cadence ? t('backflowOften', { count, often: often(cadence) }) : t('backflow', { count }),
      returning: (count) => t('returning', { count }),
      boxes: (count) => t('boxes', { count }),
      group: ({ datasets, interfaces, consumers, fields }) =>
        [
          datasets > 0 && t('groupDatasets', { count: datasets }),
          fields > 0 && t('groupFields', { count: fields }),
          interfaces > 0 && t('groupInterfaces', { count: interfaces }),
          consumers > 0 && t('groupConsumers', { count: consumers }),
        ]
          .filter(Boolean)
          .join(' · '),
    }),
    [t, often],
  );
}
