'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ExportKind, exportCsv, exportPng, exportSvg, saveAs } from './export-picture';
import type { Highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import type { CompletenessFacts } from './lineage-types';
import { QUIET, type Scene } from './scene';
import { usePaintTheme } from './use-paint-theme';
import { usePaintWords } from './use-paint-words';

interface Shown {
  model: LineageModel | null;
  scene: Scene | null;
  highlight: Highlight | null;
  completeness: CompletenessFacts | null;
}

const COLUMNS = [
  'kind',
  'box',
  'boxName',
  'department',
  'field',
  'fieldName',
  'grade',
  'personal',
  'upstream',
  'downstream',
  'ring',
  'distance',
  'masked',
  'backflow',
] as const;

/** Writes what is on screen to a file, under a line with title, date and version. */
export function useExport({ model, scene, highlight, completeness }: Shown): (kind: ExportKind) => void {
  const t = useTranslations('lineage.export');
  const format = useFormatter();
  const theme = usePaintTheme();
  const words = usePaintWords();
  return (kind) => {
    if (!model) return;
    const name = model.rows.get(model.start)?.label ?? model.boxes.get(model.start)?.label ?? '';
    const title = t('title', { name });
    const line = t('line', {
      date: format.dateTime(new Date(), 'minute'),
      version: String(completeness?.snapshotVersion ?? 0),
    });
    const file = `${title.replace(/[\\/:*?"<>|\s]+/g, '-')}.${kind}`;
    if (kind === 'csv') {
      const columns = COLUMNS.map((column) => t(`column.${column}`));
      saveAs(file, new Blob([exportCsv(model, columns, title, line)], { type: 'text/csv;charset=utf-8' }));
      return;
    }
    if (!scene) return;
    const sheet = { scene, state: { ...QUIET, highlight }, theme, words, title, line };
    if (kind === 'svg') saveAs(file, new Blob([exportSvg(sheet)], { type: 'image/svg+xml' }));
    else exportPng(sheet).then((blob) => saveAs(file, blob));
  };
}
