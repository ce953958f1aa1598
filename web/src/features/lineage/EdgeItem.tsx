'use client';

import { LockOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { GradeChip } from '@/ui/grade-chip';
import { EdgeEvidence } from './EdgeEvidence';
import type { LineageModel, ModelEdge } from './lineage-model';
import styles from './panel.module.css';

interface Props {
  model: LineageModel;
  edge: ModelEdge;
  /** The end that is told: the other one is what the panel is about. */
  end: 'from' | 'to';
  open: boolean;
  onToggle: () => void;
  onChoose: (id: string) => void;
}

/** One edge in a list: the other end, how it flows; opens who says so. */
export function EdgeItem({ model, edge, end, open, onToggle, onChoose }: Props) {
  const t = useTranslations('lineage.panel');
  const kinds = useTranslations('lineage.edge');
  const other = edge[end];
  const box = model.boxes.get(other.box);
  const row = other.row === null ? null : model.rows.get(other.row);
  if (!box) return null;
  const name = row?.label ?? box.label;
  return (
    <li className={styles.edge}>
      <div className={styles.edgeHead}>
        <button type="button" className={styles.other} onClick={() => onChoose(row?.id ?? box.id)}>
          <span className={styles.otherName}>{name}</span>
          <span className={styles.sub}>
            {row ? box.label : kinds(`box.${box.kind}`)}
            {box.departmentName && ` · ${box.departmentName}`}
          </span>
        </button>
        {row && <GradeChip grade={row.grade} />}
      </div>
      <button
        type="button"
        className={styles.how}
        aria-expanded={open}
        onClick={onToggle}
        aria-label={t('evidenceOf', { name })}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        <span>{edge.role === 'FLOW' ? kinds(`kind.${edge.kind}`) : kinds(`role.${edge.role}`)}</span>
        {edge.role === 'FLOW' && edge.subtype && (
          <span>{kinds(`subtype.${edge.subtype as 'IDENTITY'}`)}</span>
        )}
        {edge.masking != null && (
          <span className={styles.masked}>
            <LockOutlined aria-hidden="true" /> {kinds(`masking.${edge.masking as 'HASH'}`)}
            {edge.reversible && ` · ${kinds('reversible')}`}
          </span>
        )}
        {edge.coarse && <span>{kinds('coarse')}</span>}
        {edge.backflow && <span className={styles.backflow}>{kinds('backflow')}</span>}
      </button>
      {open && <EdgeEvidence edge={edge} />}
    </li>
  );
}
