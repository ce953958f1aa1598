'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { GroupWords } from './group-elements';

/** Names of the groups of boxes that belong to no department or library. */
export function useGroupWords(): GroupWords {
  const t = useTranslations('lineage.group');
  return useMemo(
    () => ({
      noDepartment: t('noDepartment'),
      noLibrary: t('noLibrary'),
      interfaces: t('interfaces'),
      consumers: t('consumers'),
    }),
    [t],
  );
}
