'use client';

import { LockOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import styles from './table.module.css';
import type { TableRow } from './table-rows';

export const COLUMNS = [
  'name',
  'grade',
  'personal',
  'provider',
  'ring',
  'distance',
  'upstream',
  'downstream',
  'masked',
  'backflow',
] as const;

interface Props {
  line: TableRow;
  /** Undefined: nothing to open. */
  open: boolean | undefined;
  chosen: boolean;
  onPath: boolean;
  focusable: boolean;
  onCursor: (id: string | null) => void;
  onChoose: (id: string) => void;
  onTurn: (box: string, open: boolean) => void;
}

/** A box or a field of the tree grid. */
export const TwinLine = memo(
  function TwinLine({ line, open, chosen, onPath, focusable, onCursor, onChoose, onTurn }: Props) {
    const t = useTranslations('lineage.table');
    const masking = useTranslations('lineage.edge.masking');
    const personal = useTranslations('lineage.legend.personal');
    const { box, row, distance, ring } = line;
    const part = row ?? box;
    return (
      <tr
        data-id={line.id}
        data-path={onPath}
        data-kind={row ? 'FIELD' : box.kind}
        aria-level={row ? 2 : 1}
        aria-posinset={line.position}
        aria-setsize={line.setSize}
        aria-rowindex={line.index + 2}
        aria-expanded={open}
        aria-selected={chosen}
        tabIndex={focusable ? 0 : -1}
        onFocus={() => onCursor(line.id)}
        onBlur={() => onCursor(null)}
        onClick={() => onChoose(line.id)}
      >
        <th scope="row" className={row ? styles.field : styles.box} title={`${part.label} · ${part.name}`}>
          {open !== undefined && (
            <span
              className={styles.twist}
              aria-hidden="true"
              data-open={open}
              onClick={(event) => {
                event.stopPropagation();
                onTurn(box.id, !open);
              }}
            />
          )}
          {!row && box.kind !== 'DATASET' && (
            <span className={styles.kind} data-kind={box.kind}>
              {t(`kind.${box.kind}`)}
            </span>
          )}
          <span>{part.label}</span>
          {part.name !== part.label && <code className={styles.code}>{part.name}</code>}
        </th>
        <td>{part.grade || box.kind !== 'CONSUMER' ? <GradeChip grade={part.grade} /> : null}</td>
        <td>
          {part.personalInfo !== 'NONE' && (
            <>
              <PersonalMark kind={part.personalInfo} />{' '}
              <span className={styles.quiet} aria-hidden="true">
                {personal(part.personalInfo)}
              </span>
            </>
          )}
        </td>
        <td className={styles.quiet}>{row ? '' : box.departmentName}</td>
        <td>{ring && distance !== 0 ? <RingChip ring={ring} /> : null}</td>
        <td className={styles.number}>
          {distance === null ? '' : distance === 0 ? t('here') : hops(distance)}
        </td>
        <td className={styles.number}>{row ? row.upstreamCount : box.linkedUp}</td>
        <td className={styles.number}>{row ? row.downstreamCount : box.linkedDown}</td>
        <td>
          {line.masking !== null && (
            <span className={styles.masking}>
              <LockOutlined aria-hidden="true" /> {masking(line.masking as 'HASH')}
            </span>
          )}
        </td>
        <td>{line.backflow && <span className={styles.returning}>↺ {t('yes')}</span>}</td>
      </tr>
    );
  },
  (a, b) =>
    a.line === b.line &&
    a.open === b.open &&
    a.chosen === b.chosen &&
    a.onPath === b.onPath &&
    a.focusable === b.focusable &&
    a.onCursor === b.onCursor &&
    a.onChoose === b.onChoose,
);

const hops = (distance: number) => (distance > 0 ? `+${distance}` : String(distance).replace('-', '−'));
