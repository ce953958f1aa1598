'use client';

import type { InputRef } from 'antd';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { highlight as highlightOf } from './highlight';
import type { Hit } from './hit-test';
import { LineagePanel } from './LineagePanel';
import { LineageStage } from './LineageStage';
import { Failed, Loading, NoLineage, NotKnown } from './LineageStates';
import { LineageSummary } from './LineageSummary';
import { LineageTable } from './LineageTable';
import { LineageToolbar } from './LineageToolbar';
import styles from './lineage.module.css';
import type { LineageCanvas } from './lineage-canvas';
import type { Side } from './lineage-types';
import { restrictToPath } from './restrict-model';
import { useExport } from './use-export';
import { useInPictureSearch } from './use-in-picture-search';
import { type FirstPicture, useLineageData } from './use-lineage-data';
import { useLineageKeys } from './use-lineage-keys';
import { useLineageLayout } from './use-lineage-layout';
import { useLineageUrl } from './use-lineage-url';
import { useSpokenPath } from './use-spoken-path';

interface Props {
  /** Id of a field, dataset, interface or consumer. */
  id: string;
  /** Inside another page, under its own head. */
  embedded: boolean;
  first: FirstPicture;
}

/** 血缘: where something comes from and where it goes, field by field, as a picture and as a table. */
export function LineageWorkspace({ id, embedded, first }: Props) {
  const t = useTranslations('lineage');
  const [view, change] = useLineageUrl();
  const [cursor, setCursor] = useState<string | null>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const canvas = useRef<LineageCanvas | null>(null);
  const searchInput = useRef<InputRef>(null);

  const data = useLineageData(id, view, first);
  const whole = data.model;
  const lit = useMemo(
    () => (whole && view.chosen ? highlightOf(whole, view.chosen) : null),
    [whole, view.chosen],
  );
  const model = useMemo(
    () => (whole && lit && view.only ? restrictToPath(whole, lit) : whole),
    [whole, lit, view.only],
  );
  const opened = useMemo(() => new Set(view.opened), [view.opened]);
  const layout = useLineageLayout(id, model, opened);
  const { elements, grouped } = layout;
  const search = useInPictureSearch(model);
  const spoken = useSpokenPath(whole, lit);

  const choose = useCallback(
    (chosen: string | null) => {
      setEdge(null);
      change(chosen === null ? { chosen, only: false } : { chosen });
    },
    [change],
  );
  const grow = useCallback(
    (box: string, sides: readonly Side[]) => {
      const more = sides.filter(
        (side) => !view.grown.some((known) => known.box === box && known.side === side),
      );
      if (more.length > 0) change({ grown: [...view.grown, ...more.map((side) => ({ side, box }))] });
    },
    [change, view.grown],
  );
  const expand = useCallback((box: string) => grow(box, ['up', 'down']), [grow]);
  const turnOpen = useCallback(
    (box: string) =>
      change({
        opened: view.opened.includes(box)
          ? view.opened.filter((other) => other !== box)
          : [...view.opened, box],
      }),
    [change, view.opened],
  );
  const onHit = useCallback(
    (hit: Hit) => {
      if (hit.kind === 'counter') grow(hit.box, [hit.side]);
      else if (hit.kind === 'more') turnOpen(hit.box);
      else {
        const target = hit.kind === 'row' ? hit.row : hit.box;
        choose(target === view.chosen ? null : target);
      }
    },
    [grow, turnOpen, choose, view.chosen],
  );
  const onEdge = useCallback(
    (line: string) => {
      const found = elements?.lines.find((other) => other.id === line)?.edges[0];
      if (!found) return;
      setEdge(found.id);
      change({ chosen: found.to.row ?? found.to.box });
    },
    [elements, change],
  );
  const focusOn = useCallback((target: string) => {
    setCursor(target);
    canvas.current?.reveal(target);
  }, []);

  useLineageKeys({
    table: () => change({ table: !view.table }),
    search: () => searchInput.current?.focus(),
    expand: () => {
      const target = cursor ?? view.chosen;
      const box = whole?.rows.get(target ?? '')?.boxId ?? target;
      if (box) expand(box);
    },
    clear: () => choose(null),
  });
  useEffect(() => {
    if (cursor) canvas.current?.reveal(cursor);
  }, [cursor]);
  // The panel that a choice opens makes the picture narrower: look again once it has its size.
  useEffect(() => {
    const chosen = view.chosen;
    if (!chosen) return;
    const timer = setTimeout(() => canvas.current?.reveal(chosen), 80);
    return () => clearTimeout(timer);
  }, [view.chosen]);

  // What is left of the picture may lie outside the view.
  const only = view.only;
  useEffect(() => {
    if (!only) return;
    const timer = setTimeout(() => canvas.current?.fit(), 120);
    return () => clearTimeout(timer);
  }, [only]);

  const onExport = useExport({ model, scene: layout.scene, highlight: lit, completeness: data.completeness });
  const startName = whole?.rows.get(whole.start)?.label ?? whole?.boxes.get(whole.start)?.label ?? '';
  const empty =
    whole !== null && whole.edges.length === 0 && view.up !== 0 && view.down !== 0 && !data.loading;

  if (data.unknown) return <NotKnown />;
  if (data.error && !whole) return <Failed error={data.error} onRetry={data.retry} />;
  return (
    <div className={styles.explorer} data-embedded={embedded}>
      <LineageSummary model={model} data={data} embedded={embedded} onRetry={data.retry} />
      <LineageToolbar
        view={view}
        change={change}
        totals={{ up: data.upstreamTotal, down: data.downstreamTotal }}
        search={search}
        onFound={focusOn}
        onExport={onExport}
        rearrange={layout.scene && !grouped ? layout.rearrange : null}
        undo={layout.undo}
        searchRef={searchInput}
      />
      <div className={styles.work}>
        <div className={styles.surface}>
          {!whole && <Loading />}
          {empty && <NoLineage name={startName} />}
          {model && !empty && (
            <LineageStage
              layout={layout}
              highlight={lit}
              cursor={cursor}
              found={search.found}
              loading={data.loading}
              hidden={view.table}
              onHit={onHit}
              onEdge={onEdge}
              onEmpty={() => choose(null)}
              onTable={() => change({ table: true })}
              handle={canvas}
            />
          )}
          {model && (
            <LineageTable
              model={model}
              highlight={lit}
              visible={view.table}
              cursor={cursor}
              onCursor={setCursor}
              onChoose={choose}
              onExpand={expand}
            />
          )}
        </div>
        {whole && lit && (
          <LineagePanel
            model={whole}
            highlight={lit}
            edge={edge}
            only={view.only}
            onOnly={(only) => change({ only })}
            onChoose={choose}
            onClose={() => choose(null)}
          />
        )}
      </div>
      <p className="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </p>
      <span className="visually-hidden">{t('keys')}</span>
    </div>
  );
}
