'use client';

import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { Chart } from '@/ui/chart';

interface Props {
  days: { day: string; calls: number; denied: number }[];
  words: { label: string; calls: string; denied: string };
}

/** Answered and refused calls day by day. */
export function CallsChart({ days, words }: Props) {
  const option = useMemo<EChartsOption>(
    () => ({
      grid: { left: 8, right: 8, top: 30, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)), axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3 },
      series: [
        {
          name: words.calls,
          type: 'bar',
          stack: 'calls',
          barMaxWidth: 18,
          data: days.map(({ calls, denied }) => calls - denied),
          itemStyle: { color: 'var(--path)' },
        },
        {
          name: words.denied,
          type: 'bar',
          stack: 'calls',
          data: days.map(({ denied }) => denied),
          itemStyle: { color: 'var(--backflow)' },
        },
      ],
    }),
    [days, words],
  );
  return <Chart option={option} height={190} label={words.label} />;
}
