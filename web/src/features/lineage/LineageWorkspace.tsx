'use client';

import type { InputRef } from 'antd';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { markChanges } from './change-marks';
import { ExportNote } from './ExportNote';
import { FilterBand } from './FilterBand';
import { highlight } from './highlight';
import type { Hit } from './hit-test';
import { LineagePanel } from './LineagePanel';
import { LineageStage } from './LineageStage';
import { Failed, Loading, NoLineage, NotKnown } from './LineageStates';
import { LineageSummary } from './LineageSummary';
import { LineageTable } from './LineageTable';
import { LineageToolbar } from './LineageToolbar';
import styles from './lineage.module.css';
import type { LineageCanvas } from './lineage-canvas';
import type { ModelEdge } from './lineage-model';
import { TimeBand } from './TimeBand';
import { useExport } from './use-export';
import { useGroupWords } from './use-group-words';
import { useInPictureSearch } from './use-in-picture-search';
import { useLineageChanges } from './use-lineage-changes';
import { type FirstPicture, useLineageData } from './use-lineage-data';
import { useLineageKeys } from './use-lineage-keys';
import { useLineageLayout } from './use-lineage-layout';
import { useLineagePicture } from './use-lineage-picture';
import { useLineageSteps } from './use-lineage-steps';
import { useLineageUrl } from './use-lineage-url';
import { useLineageWalk } from './use-lineage-walk';
import { useReveal } from './use-reveal';
import { useSpokenPath } from './use-spoken-path';
import { boxUnder } from './walk';

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
  const { view, change, step } = useLineageUrl();
  const [edge, setEdge] = useState<string | null>(null);
  const canvas = useRef<LineageCanvas | null>(null);
  const searchInput = useRef<InputRef>(null);

  const data = useLineageData(id, view, first);
  const changes = useLineageChanges(id, view);
  const marked = useMemo(
    () => (data.model && changes.edges ? markChanges(data.model, changes.edges) : data.model),
    [data.model, changes.edges],
  );
  const { filtered, model, hidden, lit } = useLineagePicture(marked, view);
  const steps = useLineageSteps(view, data.model, change);
  const layout = useLineageLayout(id, model, view, useGroupWords(), step);
  const { scene, elements } = layout;
  const search = useInPictureSearch(model);
  const spoken = useSpokenPath(filtered, lit);
  const { cursor, setCursor, walk, told } = useLineageWalk(scene, view.chosen, canvas);
  useReveal(canvas, view.chosen, cursor, view.only);

  const { expand, collapse, turnOpen, turnGroup } = steps;
  const choose = useCallback(
    (chosen: string | null) => {
      setEdge(null);
      // The path is lit in the next frame; the page takes the choice in after that.
      canvas.current?.light(filtered && chosen ? highlight(filtered, chosen) : null);
      requestAnimationFrame(() => setTimeout(() => steps.choose(chosen)));
    },
    [filtered, steps],
  );
  const pick = useCallback(
    (target: string) => {
      const key = scene?.placed.get(target)?.shape.group?.key;
      if (key !== undefined) turnGroup(key);
      else choose(target === view.chosen ? null : target);
    },
    [scene, turnGroup, choose, view.chosen],
  );
  const onHit = useCallback(
    (hit: Hit) => {
      setCursor(null);
      if (hit.kind === 'counter') (hit.fold ? collapse : expand)(hit.box, [hit.side]);
      else if (hit.kind === 'more') turnOpen(hit.box);
      else if (hit.kind === 'group') turnGroup(hit.key);
      else pick(hit.kind === 'row' ? hit.row : hit.box);
    },
    [setCursor, expand, collapse, turnOpen, turnGroup, pick],
  );
  const showEdge = useCallback(
    (found: ModelEdge) => {
      choose(found.to.row ?? found.to.box);
      setEdge(found.id);
    },
    [choose],
  );
  const onEdge = useCallback(
    (line: string) => {
      const pair = elements?.pairs.find((other) => other.id === line);
      const found = (elements?.lines.find((other) => other.id === line) ?? pair?.lines[0])?.edges[0];
      if (found) showEdge(found);
    },
    [elements, showEdge],
  );
  const here = cursor ?? view.chosen;
  const boxHere = here && scene ? boxUnder(scene, here) : null;
  const toTable = () => change({ table: !view.table });
  useLineageKeys({
    table: toTable,
    search: () => searchInput.current?.focus(),
    expand: () => {
      const key = boxHere && scene?.placed.get(boxHere)?.shape.group?.key;
      if (key) turnGroup(key);
      else if (boxHere) expand(boxHere);
    },
    collapse: () => {
      const area = boxHere && scene?.areas.find(({ members }) => members.includes(boxHere));
      if (area) turnGroup(area.key);
      else if (boxHere) collapse(boxHere);
    },
    clear: () => {
      setCursor(null);
      choose(null);
    },
    help: () => document.querySelector<HTMLElement>('[data-lineage-help]')?.click(),
    zoomIn: () => canvas.current?.zoomBy(1.25),
    zoomOut: () => canvas.current?.zoomBy(1 / 1.25),
    fit: () => canvas.current?.fit(),
    walk: (heading) => {
      document.querySelector<HTMLElement>('[data-lineage-frame]')?.focus({ preventScroll: true });
      walk(heading);
    },
  });
  // Elements of the page that are gone take the cursor along.
  useEffect(() => {
    if (cursor && model && scene && !model.rows.has(cursor) && !model.boxes.has(cursor)) {
      if (!scene.placed.has(cursor)) setCursor(null);
    }
  }, [cursor, model, scene, setCursor]);

  const expanded = useMemo(
    () =>
      new Set([
        ...view.grown
          .filter(({ side, box }) => !view.folded.some((f) => f.side === side && f.box === box))
          .map(({ side, box }) => `${side}.${box}`),
      ]),
    [view.grown, view.folded],
  );
  const state = useMemo(
    () => ({ highlight: lit, cursor, found: search.found, expanded }),
    [lit, cursor, search.found, expanded],
  );
  const {
    run: onExport,
    said,
    forget,
  } = useExport({
    model,
    scene,
    state,
    view,
    completeness: data.completeness,
  });
  const undo =
    layout.undo && layout.undo.step === step
      ? layout.undo.run
      : step > 0
        ? () => window.history.back()
        : null;
  const whole = data.model;
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
        model={data.model}
        totals={{ up: data.upstreamTotal, down: data.downstreamTotal }}
        search={search}
        onFound={(target) => {
          setCursor(target);
          canvas.current?.reveal(target);
        }}
        onExport={onExport}
        rearrange={scene ? layout.rearrange : null}
        undo={undo}
        searchRef={searchInput}
      />
      <TimeBand id={id} time={view} changes={changes} change={change} />
      <FilterBand view={view} hidden={hidden} model={data.model} change={change} />
      <div className={styles.work}>
        <div className={styles.surface}>
          <ExportNote said={said} forget={forget} />
          {!whole && <Loading />}
          {empty && <NoLineage name={startName} />}
          {model && !empty && (
            <LineageStage
              layout={layout}
              state={state}
              loading={data.loading}
              hidden={view.table}
              told={told}
              onHit={onHit}
              onEdge={onEdge}
              onEmpty={() => choose(null)}
              onWalk={walk}
              onEnter={() => here && pick(here)}
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
              onEdge={showEdge}
            />
          )}
        </div>
        {filtered && lit && (
          <LineagePanel
            model={filtered}
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
