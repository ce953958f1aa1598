'use client';

import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Chart } from '@/ui/chart';
import type { GradeKey } from '@/ui/tokens';

interface Props {
  label: string;
  departments: { code: string; shortName: string }[];
  series: { grade: GradeKey | null; name: string; values: number[] }[];
}

const ROW = 26;

/** Fields of departments stacked by grade, the strictest at the axis; a part opens its fields in the catalogue. */
export function GradesChart({ label, departments, series }: Props) {
  const router = useRouter();
  const option = useMemo<EChartsOption>(
    () => ({
      grid: { left: 8, right: 16, top: 30, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, itemGap: 14 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: departments.map(({ shortName }) => shortName),
        axisTick: { show: false },
      },
      series: series.map(({ grade, name, values }) => ({
        name,
        type: 'bar',
        stack: 'fields',
        barMaxWidth: 14,
        data: values,
        cursor: 'pointer',
        itemStyle: { color: `var(--grade-${(grade ?? 'none').toLowerCase()}-bar)` },
      })),
    }),
    [departments, series],
  );
  const choose = (name: string, item: number) => {
    const grade = series.find((one) => one.name === name)?.grade ?? 'NONE';
    const department = departments[item]?.code;
    if (department) router.push(paths.catalogue({ kind: 'FIELD', grade, department }));
  };
  return <Chart option={option} height={departments.length * ROW + 60} label={label} onChoose={choose} />;
}
