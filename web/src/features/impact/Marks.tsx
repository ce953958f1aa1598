import { useTranslations } from 'next-intl';

/** How something is reached at all: only by backflow, only between whole datasets. */
export function Marks({ viaBackflow, coarse }: { viaBackflow: boolean; coarse: boolean }) {
  const t = useTranslations('impact');
  return [viaBackflow && t('markBackflow'), coarse && t('markCoarse')].filter(Boolean).join(t('comma'));
}
