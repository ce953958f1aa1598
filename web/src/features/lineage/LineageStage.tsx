'use client';

import { Button, Spin } from 'antd';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import type { Hit } from './hit-test';
import { Legend } from './Legend';
import styles from './lineage.module.css';
import type { LineageCanvas, ShownState } from './lineage-canvas';
import { useFontsFor } from './use-fonts';
import type { LineageLayout } from './use-lineage-layout';
import { usePaintTheme } from './use-paint-theme';
import { usePaintWords } from './use-paint-words';
import type { Heading } from './walk';
import { ZoomControls } from './ZoomControls';

const load = () => import('./LineageGraph').then((module) => module.LineageGraph);
const LineageGraph = dynamic(load, { ssr: false });
// Its scripts come with the page, not only once the data are there.
if (typeof window !== 'undefined') void load();

interface Props {
  layout: LineageLayout;
  state: ShownState;
  loading: boolean;
  /** The table is shown over the picture. */
  hidden: boolean;
  /** What the keyboard cursor stands on, said aloud. */
  told: string;
  onHit: (hit: Hit) => void;
  onEdge: (line: string) => void;
  onEmpty: () => void;
  onWalk: (heading: Heading | null) => void;
  onEnter: () => void;
  handle: RefObject<LineageCanvas | null>;
}

const HEADINGS: Record<string, Heading> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The picture with what floats over it: legend, zoom, progress. By keyboard one walks in it with the arrows. */
export function LineageStage(props: Props) {
  const { layout, state, loading, hidden, told, onHit, onEdge, onEmpty, onWalk, onEnter, handle } = props;
  const t = useTranslations('lineage.stage');
  const theme = usePaintTheme();
  const words = usePaintWords();
  const fonts = useFontsFor(layout.scene?.model ?? null);
  const [zoom, setZoom] = useState(1);
  const hint = useId();
  const { scene, move, mode } = layout;
  const handlers = useMemo(
    () => ({ onHit, onEdge, onEmpty, onMove: move, onZoom: setZoom }),
    [onHit, onEdge, onEmpty, move],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const heading = HEADINGS[event.key];
    if (heading) onWalk(heading);
    else if (event.key === 'Enter' || event.key === ' ') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <>
      {scene && fonts && (
        <div
          className={styles.frame}
          role="application"
          aria-label={t('label')}
          aria-roledescription={t('role')}
          aria-describedby={hint}
          tabIndex={hidden ? -1 : 0}
          data-lineage-frame=""
          onKeyDown={onKeyDown}
          onFocus={() => onWalk(null)}
          onPointerDown={(event) => event.currentTarget.focus({ preventScroll: true })}
        >
          <LineageGraph
            scene={scene}
            state={state}
            cameFrom={layout.cameFrom}
            theme={theme}
            words={words}
            handlers={handlers}
            handle={handle}
          />
          <span id={hint} className="visually-hidden">
            {t('hint')}
          </span>
        </div>
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {told}
      </p>
      {(layout.slow || (loading && scene)) && (
        <div className={styles.progress} role="status">
          <Spin size="small" /> {t(layout.slow ? 'layingOut' : 'asking')}
          {layout.slow && (
            <Button autoInsertSpace={false} size="small" onClick={layout.cancel}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
      {layout.stopped && (
        <div className={styles.progress} role="status">
          {t(layout.stopped)}
          <Button autoInsertSpace={false} size="small" onClick={layout.rearrange}>
            {t('again')}
          </Button>
        </div>
      )}
      {scene && !hidden && (
        <div className={styles.floor}>
          <Legend scene={scene} lit={state.highlight} />
          <ZoomControls
            zoom={zoom}
            onZoom={(factor) => handle.current?.zoomBy(factor)}
            onFit={() => handle.current?.fit()}
          />
        </div>
      )}
      {mode !== 'full' && !hidden && <p className={styles.grouped}>{t(`mode.${mode}`)}</p>}
    </>
  );
}
