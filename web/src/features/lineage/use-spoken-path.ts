'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { countPath, type Highlight } from './highlight';
import type { LineageModel } from './lineage-model';

/** One sentence for the polite live region: what was chosen and how far its path goes in the picture. */
export function useSpokenPath(model: LineageModel | null, lit: Highlight | null): string {
  const t = useTranslations('lineage');
  return useMemo(() => {
    if (!model || !lit) return '';
    const name = model.rows.get(lit.chosen)?.label ?? model.boxes.get(lit.chosen)?.label ?? '';
    const down = countPath(model, lit, 'down');
    const up = countPath(model, lit, 'up');
    return t('spoken', {
      name,
      fields: down.fields,
      datasets: down.datasets,
      interfaces: down.interfaces,
      consumers: down.consumers,
      upFields: up.fields,
      upDatasets: up.datasets,
    });
  }, [model, lit, t]);
}
