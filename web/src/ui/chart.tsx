'use client';

import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import styles from './chart.module.css';
import type { Drawing } from './chart-drawing';

interface Props {
  option: EChartsOption;
  /** Reserved in CSS px, so that nothing shifts when the chart comes. */
  height: number;
  /** What the picture shows, for those who do not see it; a table beside it holds the numbers. */
  label: string;
  /** Name of the series and index of the item that was chosen. */
  onChoose?: (series: string, item: number) => void;
}

/** A chart whose library is loaded after the page stands; redrawn with the size and the mode of the page. */
export function Chart({ option, height, label, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef({ option, onChoose });
  latest.current = { option, onChoose };

  useEffect(() => {
    let ended = false;
    const drawn = import('./chart-drawing').then(({ createDrawing }) => {
      if (ended || !frame.current) return;
      drawing.current = createDrawing(frame.current, (series, item) =>
        latest.current.onChoose?.(series, item),
      );
      drawing.current.draw(latest.current.option);
    });
    // Without the library the table beside the chart still says everything.
    drawn.catch(() => undefined);
    return () => {
      ended = true;
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, []);

  useEffect(() => drawing.current?.draw(option), [option]);

  return <div ref={frame} role="img" aria-label={label} className={styles.chart} style={{ height }} />;
}
