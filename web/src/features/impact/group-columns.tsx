import type { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import type { ImpactData } from './ImpactView';
import type { ImpactGroup } from './impact-group';

export interface GroupRow {
  key: string;
  label: ReactNode;
  /** The list it opens; nothing when the API has no filter for it. */
  group: ImpactGroup | null;
  count: number;
}

export interface GroupColumn {
  by: 'department' | 'library' | 'grade' | 'distance' | 'layer';
  rows: GroupRow[];
}

/** The affected fields (clear text and masked) five ways; each column adds up to the number of the sentence. */
export function groupColumns(
  impact: ImpactData,
  t: ReturnType<typeof useTranslations<'impact'>>,
  ui: ReturnType<typeof useTranslations<'ui'>>,
): GroupColumn[] {
  return [
    {
      by: 'department',
      rows: impact.byDepartment.map(({ department, fieldCount }) => ({
        key: department?.code ?? '',
        label: department?.shortName ?? t('noDepartment'),
        group: department && { by: 'department', value: department.code },
        count: fieldCount,
      })),
    },
    {
      by: 'library',
      rows: impact.byLibrary.map(({ library, fieldCount }) => ({
        key: library?.code ?? '',
        label: library?.name ?? t('noLibrary'),
        group: { by: 'library', value: library?.code ?? 'NONE' },
        count: fieldCount,
      })),
    },
    {
      by: 'grade',
      rows: impact.byGrade.map(({ grade, fieldCount }) => ({
        key: grade ?? 'NONE',
        label: <GradeChip grade={grade} />,
        group: { by: 'grade', value: grade ?? 'NONE' },
        count: fieldCount,
      })),
    },
    {
      by: 'distance',
      rows: impact.byDistance.map(({ distance, fieldCount }) => ({
        key: String(distance),
        label: t('hops', { count: distance }),
        group: { by: 'distance', value: distance },
        count: fieldCount,
      })),
    },
    {
      by: 'layer',
      rows: impact.byLayer.map(({ layer, fieldCount }) => ({
        key: layer ?? '',
        label: layer ? ui(`layer.${layer}`) : t('noLayer'),
        group: layer && { by: 'layer', value: layer },
        count: fieldCount,
      })),
    },
  ];
}
