'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { PaintWords } from './scene';

/** The few words that stand inside the picture. */
export function usePaintWords(): PaintWords {
  const t = useTranslations('lineage.picture');
  return useMemo(
    () => ({
      more: (count) => t('more', { count }),
      fewer: t('fewer'),
      fields: (count) => t('fields', { count }),
      backflow: (count) => t('backflow', { count }),
      returning: (count) => t('returning', { count }),
      boxes: (count) => t('boxes', { count }),
    }),
    [t],
  );
}
