'use client';

import { LockOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { RingChip } from '@/ui/ring-chip';
import { CHANGE_SIGN } from './change-marks';
import { type EdgeEnd, type EdgeRow, endId, endLabel } from './edge-rows';
import type { ModelEdge } from './lineage-model';
import styles from './table.module.css';

export const EDGE_COLUMNS = ['from', 'to', 'ring', 'way', 'masked', 'backflow', 'evidence'] as const;

interface Props {
  line: EdgeRow;
  index: number;
  chosen: string | null;
  focusable: boolean;
  onCursor: (edge: string) => void;
  onChoose: (id: string) => void;
  onEdge: (edge: ModelEdge) => void;
}

/** One edge: both ends can be chosen, its evidence opened. */
export const TwinEdgeLine = memo(function TwinEdgeLine(props: Props) {
  const { line, index, chosen, focusable, onCursor, onChoose, onEdge } = props;
  const t = useTranslations('lineage.table');
  const words = useTranslations('lineage.edge');
  const changes = useTranslations('lineage.time.change');
  const { edge, from, to, ring } = line;
  const way = [
    edge.role === 'FLOW' ? words(`kind.${edge.kind}`) : words(`role.${edge.role}`),
    edge.role === 'FLOW' && edge.subtype ? words(`subtype.${edge.subtype as 'IDENTITY'}`) : null,
    edge.coarse ? words('coarse') : null,
    edge.contracted !== undefined ? t('through', { count: edge.contracted }) : null,
  ];
  return (
    <tr
      data-edge={edge.id}
      data-from={endId(from)}
      data-to={endId(to)}
      aria-rowindex={index + 2}
      tabIndex={focusable ? 0 : -1}
      onFocus={() => onCursor(edge.id)}
      onClick={() => onEdge(edge)}
    >
      <EndCell end={from} chosen={chosen} onChoose={onChoose} />
      <EndCell end={to} chosen={chosen} onChoose={onChoose} />
      <td>{ring && <RingChip ring={ring} />}</td>
      <td className={styles.quiet}>
        {edge.change && (
          <span className={styles.changed} data-change={edge.change}>
            <b aria-hidden="true">{CHANGE_SIGN[edge.change]}</b> {changes(edge.change)}
          </span>
        )}
        {way.filter(Boolean).join(' · ')}
      </td>
      <td>
        {edge.masking != null && (
          <span className={styles.masking}>
            <LockOutlined aria-hidden="true" /> {words(`masking.${edge.masking as 'HASH'}`)}
            {edge.reversible && ` · ${words('reversible')}`}
          </span>
        )}
      </td>
      <td>{edge.backflow && <span className={styles.returning}>↺ {t('yes')}</span>}</td>
      <td>
        <button
          type="button"
          className={styles.evidenceButton}
          tabIndex={focusable ? 0 : -1}
          aria-label={t('evidenceOf', { from: endLabel(from), to: endLabel(to) })}
          onClick={(event) => {
            event.stopPropagation();
            onEdge(edge);
          }}
        >
          {t('evidence')}
        </button>
      </td>
    </tr>
  );
});

function EndCell({
  end,
  chosen,
  onChoose,
}: {
  end: EdgeEnd;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { box, row } = end;
  const grade = row ? row.grade : box.grade;
  return (
    <td className={styles.end} data-chosen={chosen === endId(end)}>
      <span className={styles.endName}>
        {row || box.kind !== 'CONSUMER' || grade ? <GradeChip grade={grade} /> : null}
        <button
          type="button"
          tabIndex={-1}
          className={styles.endLink}
          onClick={(event) => {
            event.stopPropagation();
            onChoose(endId(end));
          }}
        >
          {endLabel(end)}
        </button>
        {row && <span className={styles.quiet}>{box.label}</span>}
      </span>
    </td>
  );
}
