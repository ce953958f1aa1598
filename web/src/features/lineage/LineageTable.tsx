'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import type { Highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import styles from './table.module.css';
import { type TableRow, tableRows } from './table-rows';

interface Props {
  model: LineageModel;
  highlight: Highlight | null;
  visible: boolean;
  cursor: string | null;
  onCursor: (id: string | null) => void;
  onChoose: (id: string) => void;
  onExpand: (box: string) => void;
}

/** Above so many lines boxes begin closed: the table stays quick, and its count of rows stays true. */
const OPEN_AT_REST = 1200;

const COLUMNS = [
  'name',
  'grade',
  'personal',
  'upstream',
  'downstream',
  'ring',
  'distance',
  'masked',
  'backflow',
] as const;

/** The same graph as a tree grid: box › field. Always in the document; what is chosen in it is chosen in the picture. */
export function LineageTable({ model, highlight, visible, cursor, onCursor, onChoose, onExpand }: Props) {
  const t = useTranslations('lineage.table');
  const all = useMemo(() => tableRows(model), [model]);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const openAtRest = all.length <= OPEN_AT_REST;
  const chosenBox = model.rows.get(highlight?.chosen ?? '')?.boxId;
  const isOpen = (box: string) => turned.has(box) !== (openAtRest || box === chosenBox);
  const shown = all.filter(({ row, box }) => row === null || isOpen(box.id));
  const body = useRef<HTMLTableSectionElement>(null);
  const here = cursor !== null && shown.some(({ id }) => id === cursor) ? cursor : shown[0]?.id;

  // Focus follows the cursor only while the table has it.
  useEffect(() => {
    const active = document.activeElement;
    if (!body.current?.contains(active)) return;
    body.current.querySelector<HTMLElement>(`[data-id="${CSS.escape(here ?? '')}"]`)?.focus();
  }, [here]);

  const turn = (box: string) =>
    setTurned((now) => {
      const next = new Set(now);
      if (!next.delete(box)) next.add(box);
      return next;
    });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = shown.findIndex(({ id }) => id === here);
    const line = shown[at];
    if (!line) return;
    const go = (target: TableRow | undefined) => target && onCursor(target.id);
    const open = isOpen(line.box.id);
    const hasRows = line.row === null && line.box.rows.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        go(shown[at + 1]);
        break;
      case 'ArrowUp':
        go(shown[at - 1]);
        break;
      case 'Home':
        go(shown[0]);
        break;
      case 'End':
        go(shown.at(-1));
        break;
      case 'ArrowRight':
        if (hasRows && open) go(shown[at + 1]);
        else if (hasRows) turn(line.box.id);
        break;
      case 'ArrowLeft':
        if (line.row !== null) onCursor(line.box.id);
        else if (hasRows && open) turn(line.box.id);
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
    <div className={visible ? styles.scroll : 'visually-hidden'}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a tree grid is (ARIA practices)
        role="treegrid"
        className={styles.table}
        aria-label={t('label')}
        aria-rowcount={all.length + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((line) => (
            <Line
              key={line.id}
              line={line}
              open={line.row === null && line.box.rows.length > 0 ? isOpen(line.box.id) : undefined}
              chosen={highlight?.chosen === line.id}
              onPath={highlight !== null && (highlight.reached.has(line.id) || highlight.boxes.has(line.id))}
              focusable={line.id === here}
              onCursor={onCursor}
              onChoose={onChoose}
              onTurn={turn}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  line: TableRow;
  open: boolean | undefined;
  chosen: boolean;
  onPath: boolean;
  focusable: boolean;
  onCursor: (id: string | null) => void;
  onChoose: (id: string) => void;
  onTurn: (box: string) => void;
}

const Line = memo(
  function Line({ line, open, chosen, onPath, focusable, onCursor, onChoose, onTurn }: LineProps) {
    const t = useTranslations('lineage.table');
    const { box, row } = line;
    const part = row ?? box;
    return (
      <tr
        data-id={line.id}
        aria-level={row ? 2 : 1}
        aria-expanded={open}
        aria-selected={chosen}
        data-path={onPath}
        data-kind={row ? 'FIELD' : box.kind}
        tabIndex={focusable ? 0 : -1}
        onFocus={() => onCursor(line.id)}
        onBlur={() => onCursor(null)}
        onClick={() => onChoose(line.id)}
      >
        <td className={row ? styles.field : styles.box}>
          {!row && box.rows.length > 0 && (
            <span
              className={styles.twist}
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation();
                onTurn(box.id);
              }}
            >
              {open ? '▾' : '▸'}
            </span>
          )}
          {!row && <span className={styles.kind}>{t(`kind.${box.kind}`)}</span>}
          <span>{part.label}</span>
          {!row && box.departmentName && <span className={styles.sub}>{box.departmentName}</span>}
        </td>
        <td>{part.grade || box.kind !== 'CONSUMER' ? <GradeChip grade={part.grade} /> : null}</td>
        <td>
          <PersonalMark kind={part.personalInfo} />
        </td>
        <td className={styles.number}>{row ? row.upstreamCount : box.linkedUp}</td>
        <td className={styles.number}>{row ? row.downstreamCount : box.linkedDown}</td>
        <td>{part.ring && part.distance !== 0 ? <RingChip ring={part.ring} /> : null}</td>
        <td className={styles.number}>{part.distance === null ? '' : hops(part.distance)}</td>
        <td>{line.masked ? t('yes') : ''}</td>
        <td>{line.backflow ? t('yes') : ''}</td>
      </tr>
    );
  },
  (a, b) =>
    a.line === b.line &&
    a.open === b.open &&
    a.chosen === b.chosen &&
    a.onPath === b.onPath &&
    a.focusable === b.focusable &&
    a.onChoose === b.onChoose,
);

const hops = (distance: number) => (distance > 0 ? `+${distance}` : String(distance).replace('-', '−'));
