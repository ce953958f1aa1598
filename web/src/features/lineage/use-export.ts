'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { request } from '@/lib/api/client';
import { LineageNamespacesDocument, LineageSheetDocument } from '@/lib/api/gql/graphql';
import { edgeRows } from './edge-rows';
import { exportCsv } from './export-csv';
import { exportName } from './export-name';
import { type ExportKind, exportPng, exportSvg, saveAs } from './export-picture';
import type { LineageModel } from './lineage-model';
import type { CompletenessFacts } from './lineage-types';
import type { LineageView } from './lineage-url';
import { type PaintState, QUIET, type Scene } from './scene';
import { useCsvWords } from './use-csv-words';
import { usePaintTheme } from './use-paint-theme';
import { usePaintWords } from './use-paint-words';
import { useViewTold } from './use-view-told';

interface Shown {
  model: LineageModel | null;
  scene: Scene | null;
  state: Pick<PaintState, 'highlight' | 'found' | 'expanded'>;
  view: LineageView;
  completeness: CompletenessFacts | null;
}

export interface LineageExport {
  run: (kind: ExportKind) => void;
  /** What became of the last export, or that it is being made. */
  said: { text: string; failed: boolean } | null;
  forget: () => void;
}

/** So many datasets in one question. */
const CHUNK = 200;

async function askNamespaces(model: LineageModel): Promise<Map<string, string>> {
  const ids = [...model.boxes.values()].flatMap(({ id, kind }) => (kind === 'DATASET' ? [id] : []));
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) =>
    ids.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const answers = await Promise.all(chunks.map((part) => request(LineageNamespacesDocument, { ids: part })));
  return new Map(
    answers.flatMap(({ nodes }) =>
      nodes.flatMap((node) => (node?.__typename === 'Dataset' ? [[node.id, node.namespace] as const] : [])),
    ),
  );
}

const personOf = (name: string, department: string) =>
  name.includes(department) ? name : `${name} (${department})`;

/** Writes what is on screen to a file, under lines with title, date, version, person and filters. */
export function useExport(shown: Shown): LineageExport {
  const t = useTranslations('lineage.export');
  const format = useFormatter();
  const theme = usePaintTheme();
  const words = usePaintWords();
  const csvWords = useCsvWords();
  const told = useViewTold();
  const [said, setSaid] = useState<LineageExport['said']>(null);

  async function write(kind: ExportKind): Promise<void> {
    const { model, scene, state, view, completeness } = shown;
    if (!model) return;
    if (kind !== 'csv' && !scene) {
      setSaid({ text: t('noPicture'), failed: true });
      return;
    }
    setSaid({ text: t('making'), failed: false });
    const { viewer } = await request(LineageSheetDocument, {});
    const now = new Date();
    const row = model.rows.get(model.start);
    const box = model.boxes.get(row?.boxId ?? model.start);
    const name = [box?.label, row?.label].filter(Boolean).join(' / ');
    const version = String(completeness?.snapshotVersion ?? 0);
    const title = t('title', { name });
    const lines = [
      [
        t('made', { time: format.dateTime(now, 'minute') }),
        t('version', { version }),
        t('person', { name: personOf(viewer.account.name, viewer.department.shortName) }),
        completeness?.complete === false && t('notAll'),
      ]
        .filter(Boolean)
        .join(' · '),
      told(model, view),
    ];
    const day = format
      .dateTime(now, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .replace(/\D+/g, '');
    const only = view.only && view.chosen ? model.rows.get(view.chosen)?.label : undefined;
    const file = exportName(
      [
        t('file'),
        box?.label ?? '',
        row?.label ?? '',
        only ? t('filePath', { name: only }) : '',
        `v${version}`,
        day,
      ],
      kind,
    );
    let note = '';
    if (kind === 'csv') {
      const text = exportCsv(edgeRows(model, state.highlight), await askNamespaces(model), csvWords, [
        title,
        ...lines,
      ]);
      saveAs(file, new Blob([text], { type: 'text/csv;charset=utf-8' }));
    } else if (scene) {
      const sheet = { scene, state: { ...QUIET, ...state }, theme, words, title, lines };
      if (kind === 'svg') saveAs(file, new Blob([exportSvg(sheet)], { type: 'image/svg+xml' }));
      else {
        const { blob, lowered } = await exportPng(sheet, (percent) => t('smaller', { percent }));
        saveAs(file, blob);
        if (lowered !== null) note = t('smallerWay', { percent: lowered });
      }
    }
    setSaid({ text: [t('done', { file }), note].filter(Boolean).join(' '), failed: false });
  }

  const latest = useRef(write);
  latest.current = write;
  return {
    said,
    forget: useCallback(() => setSaid(null), []),
    run: useCallback(
      (kind: ExportKind) => {
        latest.current(kind).catch(() => {
          setSaid({ text: kind === 'png' ? t('failedPng') : t('failed'), failed: true });
        });
      },
      [t],
    ),
  };
}
