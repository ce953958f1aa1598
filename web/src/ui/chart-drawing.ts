import type { EChartsOption } from 'echarts';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dark, FONT_STACK, light } from './tokens';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface Drawing {
  draw(option: EChartsOption): void;
  dispose(): void;
}

function themeOf(mode: string | undefined) {
  const palette = mode === 'dark' ? dark : light;
  const axis = {
    axisLine: { lineStyle: { color: palette.border } },
    axisTick: { lineStyle: { color: palette.border } },
    axisLabel: { color: palette.sub },
    splitLine: { lineStyle: { color: palette.rule } },
  };
  // Colours are CSS variables, which ECharts cannot lighten: an emphasised bar would lose its fill and its clicks.
  const still = { emphasis: { disabled: true } };
  return {
    bar: still,
    line: still,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_STACK, color: palette.text },
    color: [palette.path, palette.masked, palette.backflow, palette.sub],
    categoryAxis: axis,
    valueAxis: axis,
    legend: { textStyle: { color: palette.text } },
    tooltip: {
      backgroundColor: palette.box,
      borderColor: palette.border,
      textStyle: { color: palette.text, fontSize: 12 },
    },
  };
}

/** Draws with ECharts into an element, in the mode of the page, until disposed. */
export function createDrawing(
  element: HTMLElement,
  onChoose: (series: string, item: number) => void,
): Drawing {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const root = document.documentElement;
  let option: EChartsOption = {};
  const start = () => {
    const chart = init(element, themeOf(root.dataset.theme), { renderer: 'svg' });
    chart.on('click', ({ seriesName, dataIndex }) => onChoose(seriesName ?? '', dataIndex));
    return chart;
  };
  let chart = start();
  const show = () => chart.setOption({ animation: !still, animationDuration: 200, ...option }, true);
  const size = new ResizeObserver(() => chart.resize());
  size.observe(element);
  const mode = new MutationObserver(() => {
    chart.dispose();
    chart = start();
    show();
  });
  mode.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return {
    draw(next) {
      option = next;
      show();
    },
    dispose() {
      size.disconnect();
      mode.disconnect();
      chart.dispose();
    },
  };
}
