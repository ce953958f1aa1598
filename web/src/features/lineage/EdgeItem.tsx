'use client';

import { LockOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useRef } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { RingChip } from '@/ui/ring-chip';
import { EdgeEvidence } from './EdgeEvidence';
import type { LineageModel, ModelEdge } from './lineage-model';
import type { Ring } from './lineage-types';
import styles from './panel.module.css';
import { scrollWithin } from './scroll-within';

interface Props {
  model: LineageModel;
  edge: ModelEdge;
  /** The end that is told: the other one is what the panel is about. */
  end: 'from' | 'to';
  ring: Ring | null;
  open: boolean;
  /** Opened by a click on the line: brought into view. */
  asked: boolean;
  onToggle: () => void;
  onChoose: (id: string) => void;
}

/** One edge in a list: the other end, how it flows; opens who says so. */
export function EdgeItem({ model, edge, end, ring, open, asked, onToggle, onChoose }: Props) {
  const t = useTranslations('lineage.panel');
  const kinds = useTranslations('lineage.edge');
  const item = useRef<HTMLLIElement>(null);
  const evidence = useId();
  useEffect(() => {
    if (asked && item.current) scrollWithin(item.current, 'middle');
  }, [asked]);
  const other = edge[end];
  const box = model.boxes.get(other.box);
  const row = other.row === null ? null : model.rows.get(other.row);
  if (!box) return null;
  const name = row?.label ?? box.label;
  return (
    <li className={styles.edge} ref={item} data-edge={edge.id}>
      <div className={styles.edgeHead}>
        <button type="button" className={styles.other} onClick={() => onChoose(row?.id ?? box.id)}>
          <span className={styles.otherName}>{name}</span>
          <span className={styles.sub}>
            {row ? box.label : kinds(`box.${box.kind}`)}
            {box.departmentName && ` · ${box.departmentName}`}
          </span>
        </button>
        {(row || box.grade) && <GradeChip grade={row ? row.grade : box.grade} />}
      </div>
      <button
        type="button"
        className={styles.how}
        aria-expanded={open}
        aria-controls={open ? evidence : undefined}
        onClick={onToggle}
        aria-label={t('evidenceOf', { name })}
      >
        <span className={styles.twist} data-open={open} aria-hidden="true" />
        <span>
          {edge.role === 'FLOW' ? kinds(`kind.${edge.kind}`) : kinds(`role.${edge.role}`)}
          {edge.role === 'FLOW' && edge.subtype && ` · ${kinds(`subtype.${edge.subtype as 'IDENTITY'}`)}`}
        </span>
        {ring && <RingChip ring={ring} />}
        {edge.masking != null && (
          <span className={styles.masked}>
            <LockOutlined aria-hidden="true" /> {kinds(`masking.${edge.masking as 'HASH'}`)}
            {edge.reversible && ` · ${kinds('reversible')}`}
          </span>
        )}
        {edge.coarse && <span>{kinds('coarse')}</span>}
        {edge.contracted !== undefined && <span>{t('through', { count: edge.contracted })}</span>}
        {edge.backflow && <span className={styles.backflow}>↺ {kinds('backflow')}</span>}
      </button>
      {open && (
        <div id={evidence}>
          {edge.via ? <Steps model={model} via={edge.via} /> : <Evidence model={model} edge={edge} />}
        </div>
      )}
    </li>
  );
}

function Evidence({ model, edge }: { model: LineageModel; edge: ModelEdge }) {
  const { from, to } = edge;
  const names = useMemo(
    () => [from.row, to.row].flatMap((id) => (id === null ? [] : (model.rows.get(id)?.name ?? []))),
    [model, from.row, to.row],
  );
  return <EdgeEvidence edge={edge} names={names} />;
}

/** A way through what the filters hide: the evidence of each of its edges, in order. */
function Steps({ model, via }: { model: LineageModel; via: readonly ModelEdge[] }) {
  const t = useTranslations('lineage.panel');
  const nameOf = ({ box, row }: ModelEdge['to']) =>
    (row === null ? undefined : model.rows.get(row)?.label) ?? model.boxes.get(box)?.label ?? null;
  return (
    <ol className={styles.steps}>
      {via.map((step, i) => (
        <li key={step.id}>
          <p className={styles.step}>
            {t('step', { number: i + 1, count: via.length })}
            {nameOf(step.to) && ` → ${nameOf(step.to)}`}
          </p>
          <Evidence model={model} edge={step} />
        </li>
      ))}
    </ol>
  );
}
