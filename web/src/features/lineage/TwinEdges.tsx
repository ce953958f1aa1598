'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type EdgeRow, endId } from './edge-rows';
import type { ModelEdge } from './lineage-model';
import { EDGE_COLUMNS, TwinEdgeLine } from './TwinEdgeLine';
import styles from './table.module.css';
import { LINE_HEIGHT, linesIn, useLineWindow } from './use-line-window';

interface Props {
  edges: readonly EdgeRow[];
  chosen: string | null;
  onChoose: (id: string) => void;
  onEdge: (edge: ModelEdge) => void;
}

/** Every edge of the picture as a line: from, to, how it flows, and who says so. */
export function TwinEdges({ edges, chosen, onChoose, onEdge }: Props) {
  const t = useTranslations('lineage.table');
  const [cursor, setCursor] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const at = Math.max(
    0,
    edges.findIndex(({ edge }) => edge.id === cursor),
  );
  const here = edges[at]?.edge.id ?? null;
  const pieces = useLineWindow({ count: edges.length, at, frame });
  useEffect(() => {
    if (!here || !body.current?.contains(document.activeElement)) return;
    const line = body.current.querySelector<HTMLElement>(`[data-edge="${CSS.escape(here)}"]`);
    // The button at the end of the line keeps the focus that it was given.
    if (!line?.contains(document.activeElement)) line?.focus({ preventScroll: true });
  }, [here]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = edges[at];
    if (!line || !(event.target instanceof HTMLTableRowElement)) return;
    const page = linesIn(frame.current);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: edges.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      const target = edges[Math.max(0, Math.min(edges.length - 1, to))];
      if (target) setCursor(target.edge.id);
    } else if (event.key === 'ArrowLeft') onChoose(endId(line.from));
    else if (event.key === 'ArrowRight') onChoose(endId(line.to));
    else if (event.key === 'Enter' || event.key === ' ') onEdge(line.edge);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.scroll} ref={frame}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is (ARIA practices)
        role="grid"
        className={styles.table}
        aria-label={t('edgesLabel')}
        aria-rowcount={edges.length + 1}
        aria-colcount={EDGE_COLUMNS.length}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {EDGE_COLUMNS.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {EDGE_COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`edgeColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {pieces.map((piece) => {
            if ('gap' in piece) {
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for lines that are not here takes no focus
                <tr key={`gap-${piece.before}`} aria-hidden="true" className={styles.gap}>
                  <td
                    role="presentation"
                    colSpan={EDGE_COLUMNS.length}
                    style={{ height: piece.gap * LINE_HEIGHT }}
                  />
                </tr>
              );
            }
            const line = edges[piece.line];
            if (!line) return null;
            return (
              <TwinEdgeLine
                key={line.edge.id}
                line={line}
                index={piece.line}
                chosen={chosen}
                focusable={line.edge.id === here}
                onCursor={setCursor}
                onChoose={onChoose}
                onEdge={onEdge}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
