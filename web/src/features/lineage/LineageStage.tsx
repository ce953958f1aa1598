'use client';

import { Alert, Button, Spin } from 'antd';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useMemo, useState } from 'react';
import type { Highlight } from './highlight';
import type { Hit } from './hit-test';
import { Legend } from './Legend';
import styles from './lineage.module.css';
import type { LineageCanvas } from './lineage-canvas';
import { useFontsFor } from './use-fonts';
import { DRAW_AT_MOST, type LineageLayout } from './use-lineage-layout';
import { usePaintTheme } from './use-paint-theme';
import { usePaintWords } from './use-paint-words';
import { ZoomControls } from './ZoomControls';

const LineageGraph = dynamic(() => import('./LineageGraph').then((module) => module.LineageGraph), {
  ssr: false,
});

interface Props {
  layout: LineageLayout;
  highlight: Highlight | null;
  cursor: string | null;
  found: ReadonlySet<string> | null;
  loading: boolean;
  /** The table is shown over the picture. */
  hidden: boolean;
  onHit: (hit: Hit) => void;
  onEdge: (line: string) => void;
  onEmpty: () => void;
  onTable: () => void;
  handle: RefObject<LineageCanvas | null>;
}

/** The picture with what floats over it: legend, zoom, progress, and a word when it cannot be drawn. */
export function LineageStage(props: Props) {
  const { layout, highlight, cursor, found, loading, hidden, onHit, onEdge, onEmpty, onTable, handle } =
    props;
  const t = useTranslations('lineage.stage');
  const theme = usePaintTheme();
  const words = usePaintWords();
  const fonts = useFontsFor(layout.scene?.model ?? null);
  const [zoom, setZoom] = useState(1);
  const { scene, move, grouped, tooMany } = layout;
  const handlers = useMemo(
    () => ({ onHit, onEdge, onEmpty, onMove: move, onZoom: setZoom }),
    [onHit, onEdge, onEmpty, move],
  );
  if (tooMany !== null) {
    return (
      <div className={styles.notice}>
        <Alert
          type="info"
          showIcon
          title={t('tooMany', { count: tooMany, most: DRAW_AT_MOST })}
          description={t('tooManyWay')}
          action={
            <Button autoInsertSpace={false} onClick={onTable}>
              {t('showTable')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <>
      {scene && fonts && (
        <LineageGraph
          scene={scene}
          highlight={highlight}
          cursor={cursor}
          found={found}
          theme={theme}
          words={words}
          handlers={handlers}
          handle={handle}
        />
      )}
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
          <Legend scene={scene} />
          <ZoomControls
            zoom={zoom}
            onZoom={(factor) => handle.current?.zoomBy(factor)}
            onFit={() => handle.current?.fit()}
          />
        </div>
      )}
      {grouped && !hidden && <p className={styles.grouped}>{t('grouped')}</p>}
    </>
  );
}
