'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import { COLUMNS, TwinLine } from './TwinLine';
import styles from './table.module.css';
import type { TableRow } from './table-rows';
import { LINE_HEIGHT, linesIn, useLineWindow } from './use-line-window';

interface Props {
  lines: readonly TableRow[];
  model: LineageModel;
  highlight: Highlight | null;
  visible: boolean;
  cursor: string | null;
  onCursor: (id: string | null) => void;
  onChoose: (id: string) => void;
  onExpand: (box: string) => void;
}

/** Boxes and their fields as a tree grid: one line is in the tab order, arrows walk from it. */
export function TwinBoxes(props: Props) {
  const { lines, model, highlight, visible, cursor, onCursor, onChoose, onExpand } = props;
  const t = useTranslations('lineage.table');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const last = useRef<string | null>(null);
  if (cursor !== null) last.current = cursor;

  const shown = lines.filter(({ row, box }) => row === null || !closed.has(box.id));
  const place = (id: string | null | undefined) =>
    id ? shown.findIndex((line) => line.id === id || (line.row === null && line.box.id === ownerOf(id))) : -1;
  const ownerOf = (id: string) => {
    const owner = model.rows.get(id)?.boxId;
    return owner && closed.has(owner) ? owner : id;
  };
  const at = [cursor, last.current, highlight?.chosen, shown[0]?.id].map(place).find((i) => i >= 0) ?? -1;
  const here = shown[at]?.id ?? null;
  const pieces = useLineWindow({ count: shown.length, at, frame });

  const turn = (box: string, open: boolean) =>
    setClosed((now) => {
      const next = new Set(now);
      if (open) next.delete(box);
      else next.add(box);
      return next;
    });
  // What is chosen or found elsewhere is not left in a closed box.
  const owner = model.rows.get(cursor ?? '')?.boxId;
  if (owner && closed.has(owner)) turn(owner, true);

  const lineOf = (id: string) => body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  // Focus follows the cursor only while the table has it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is looked up in the document
  useEffect(() => {
    if (here && body.current?.contains(document.activeElement)) lineOf(here)?.focus({ preventScroll: true });
  }, [here]);
  // Opened by its key, the table takes the keyboard; opened by its button, the button keeps it; nor does a page that begins so.
  const wasVisible = useRef(visible);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes into view
  useEffect(() => {
    const came = visible && !wasVisible.current;
    wasVisible.current = visible;
    const free =
      document.activeElement === document.body || document.activeElement?.matches('[data-lineage-frame]');
    if (came && here && free) lineOf(here)?.focus({ preventScroll: true });
  }, [visible]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = shown[at];
    if (!line) return;
    const go = (to: number) => {
      const target = shown[Math.max(0, Math.min(shown.length - 1, to))];
      if (target) onCursor(target.id);
    };
    const open = !closed.has(line.box.id);
    const hasRows = line.row === null && line.box.rows.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'PageDown':
        go(at + linesIn(frame.current));
        break;
      case 'PageUp':
        go(at - linesIn(frame.current));
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(shown.length - 1);
        break;
      case 'ArrowRight':
        if (hasRows && open) go(at + 1);
        else if (hasRows) turn(line.box.id, true);
        break;
      case 'ArrowLeft':
        if (line.row !== null) onCursor(line.box.id);
        else if (hasRows && open) turn(line.box.id, false);
        break;
      case 'Enter':
      case ' ':
        onChoose(line.id);
        break;
      case 'e':
      case 'E':
        onExpand(line.box.id);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.scroll} ref={frame}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a tree grid is (ARIA practices)
        role="treegrid"
        className={styles.table}
        aria-label={t('label')}
        aria-rowcount={lines.length + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {pieces.map((piece) => {
            if ('gap' in piece) {
              const { gap, before } = piece;
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for lines that are not here takes no focus
                <tr key={`gap-${before}`} aria-hidden="true" className={styles.gap}>
                  <td colSpan={COLUMNS.length} style={{ height: gap * LINE_HEIGHT }} />
                </tr>
              );
            }
            const line = shown[piece.line];
            if (!line) return null;
            return (
              <TwinLine
                key={line.id}
                line={line}
                open={line.row === null && line.box.rows.length > 0 ? !closed.has(line.box.id) : undefined}
                chosen={highlight?.chosen === line.id}
                onPath={
                  highlight !== null && (highlight.reached.has(line.id) || highlight.boxes.has(line.id))
                }
                focusable={line.id === here}
                onCursor={onCursor}
                onChoose={onChoose}
                onTurn={turn}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
