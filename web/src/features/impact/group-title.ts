import type { useTranslations } from 'next-intl';
import type { ImpactData } from './ImpactView';
import type { ImpactGroup } from './impact-group';

type Translate<N extends 'impact' | 'ui'> = ReturnType<typeof useTranslations<N>>;

/** The group of an opened list in words, such as “部门：公安分局”. */
export function groupTitle(
  group: ImpactGroup,
  impact: ImpactData,
  t: Translate<'impact'>,
  ui: Translate<'ui'>,
): string {
  const named = (value: string) => t('groupTitle', { by: t(`by.${group.by}`), value });
  switch (group.by) {
    case 'all':
      return t('allReached');
    case 'ring':
      return named(ui(`ring.name.${group.value}`));
    case 'grade':
      return named(group.value === 'NONE' ? ui('grade.none') : ui(`grade.name.${group.value}`));
    case 'department': {
      const found = impact.byDepartment.find(({ department }) => department?.code === group.value);
      return named(found?.department?.shortName ?? group.value);
    }
    case 'library': {
      const found = impact.byLibrary.find(({ library }) => library?.code === group.value);
      return named(found?.library?.name ?? (group.value === 'NONE' ? t('noLibrary') : group.value));
    }
    case 'layer':
      return named(ui(`layer.${group.value}`));
    case 'distance':
      return named(t('hops', { count: group.value }));
    case 'backflow':
      return t('onlyBackflow');
  }
}
