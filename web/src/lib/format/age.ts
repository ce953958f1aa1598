import type { useTranslations } from 'next-intl';

type Translate = ReturnType<typeof useTranslations<'format.age'>>;

/** An age in hours in words a person uses: minutes, hours, days, months. */
export function ageText(t: Translate, hours: number): string {
  if (hours < 1) return t('minutes', { count: Math.max(1, Math.round(hours * 60)) });
  if (hours < 48) return t('hours', { count: Math.round(hours) });
  if (hours < 24 * 62) return t('days', { count: Math.round(hours / 24) });
  return t('months', { count: Math.round(hours / 24 / 30.4) });
}
