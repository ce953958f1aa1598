'use client';

import { useTranslations } from 'next-intl';
import type { GradeKey } from '@/ui/tokens';

/** A grade in a sentence: the letter where it is a name, else the name. */
export function useGradeName(): (grade: GradeKey) => string {
  const t = useTranslations('ui.grade');
  return (grade) => (grade === 'IMPORTANT' || grade === 'CORE' ? t(`name.${grade}`) : t(`short.${grade}`));
}
