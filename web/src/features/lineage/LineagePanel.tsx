'use client';

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { EdgeItem } from './EdgeItem';
import type { Highlight } from './highlight';
import { ImpactSentence } from './ImpactSentence';
import type { LineageModel, ModelEdge } from './lineage-model';
import styles from './panel.module.css';

interface Props {
  model: LineageModel;
  highlight: Highlight;
  /** An edge that was clicked in the picture: opened first. */
  edge: string | null;
  only: boolean;
  onOnly: (only: boolean) => void;
  onChoose: (id: string) => void;
  onClose: () => void;
}

const FIRST = 12;

/** Everything about what is chosen: facts, impact, its edges with their evidence, ways on. */
export function LineagePanel({ model, highlight, edge, only, onOnly, onChoose, onClose }: Props) {
  const t = useTranslations('lineage.panel');
  const kinds = useTranslations('lineage.edge');
  const row = model.rows.get(highlight.chosen) ?? null;
  const box = model.boxes.get(row?.boxId ?? highlight.chosen);
  if (!box) return null;
  const part = row ?? box;
  const touches = (end: ModelEdge['from']) => (row ? end.row === row.id : end.box === box.id);
  const incoming = model.edges.filter(({ to }) => touches(to));
  const outgoing = model.edges.filter(({ from }) => touches(from));
  const datasetLink = box.kind === 'DATASET' && paths.dataset(box.id, row ? { field: row.fieldId } : {});
  // A row of an interface stands for the field that it gives out.
  const subject = row ? row.fieldId : box.id;
  return (
    <aside className={styles.panel} aria-label={t('label', { name: part.label })}>
      <header className={styles.head}>
        <h2>
          {part.label} <GradeOf grade={part.grade} consumer={!row && box.kind === 'CONSUMER'} />{' '}
          <PersonalMark kind={part.personalInfo} />
        </h2>
        <Button
          autoInsertSpace={false}
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('close')}
          onClick={onClose}
        />
      </header>
      <p className={styles.sub}>
        {row ? box.label : kinds(`box.${box.kind}`)}
        {box.departmentName && ` · ${box.departmentName}`}
      </p>
      <p className={styles.code}>
        <code>{row ? `${box.name} · ${row.name}` : box.name}</code>
      </p>
      {part.ring && part.distance !== null && part.distance !== 0 && (
        <p className={styles.fromStart}>
          <RingChip ring={part.ring} />
          <span>{t(part.distance > 0 ? 'after' : 'before', { count: Math.abs(part.distance) })}</span>
          {row?.viaBackflow && <span className={styles.backflow}>{t('viaBackflow')}</span>}
          {row?.coarse && <span>{t('coarse')}</span>}
        </p>
      )}
      {box.kind !== 'CONSUMER' && <ImpactSentence id={subject} />}
      <div className={styles.actions}>
        <Button autoInsertSpace={false} type={only ? 'default' : 'primary'} onClick={() => onOnly(!only)}>
          {only ? t('wholePicture') : t('onlyPath')}
        </Button>
        {box.kind !== 'CONSUMER' && <Link href={paths.impact(subject)}>{t('impact')}</Link>}
        <Link href={paths.audit({ id: subject })}>{t('audit')}</Link>
        {datasetLink && <Link href={datasetLink}>{t('dataset')}</Link>}
        {subject !== model.start && <Link href={paths.lineage(subject)}>{t('startHere')}</Link>}
      </div>
      <EdgeList
        key={`in-${part.id}`}
        title={t('incoming')}
        none={t('noIncoming')}
        edges={incoming}
        end="from"
        first={edge}
        model={model}
        onChoose={onChoose}
      />
      <EdgeList
        key={`out-${part.id}`}
        title={t('outgoing')}
        none={t('noOutgoing')}
        edges={outgoing}
        end="to"
        first={edge}
        model={model}
        onChoose={onChoose}
      />
    </aside>
  );
}

function GradeOf({
  grade,
  consumer,
}: {
  grade: Parameters<typeof GradeChip>[0]['grade'];
  consumer: boolean;
}) {
  return consumer && !grade ? null : <GradeChip grade={grade} />;
}

interface ListProps {
  title: string;
  none: string;
  edges: readonly ModelEdge[];
  end: 'from' | 'to';
  first: string | null;
  model: LineageModel;
  onChoose: (id: string) => void;
}

function EdgeList({ title, none, edges, end, first, model, onChoose }: ListProps) {
  const t = useTranslations('lineage.panel');
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const open = opened ?? first;
  const sorted = first ? [...edges].sort((a, b) => Number(b.id === first) - Number(a.id === first)) : edges;
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <section className={styles.list}>
      <h3>
        {title} <span className={styles.count}>{edges.length}</span>
      </h3>
      {edges.length === 0 && <p className={styles.note}>{none}</p>}
      <ul>
        {shown.map((edge) => (
          <EdgeItem
            key={edge.id}
            model={model}
            edge={edge}
            end={end}
            open={open === edge.id}
            onToggle={() => setOpened(open === edge.id ? '' : edge.id)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {shown.length < edges.length && (
        <Button autoInsertSpace={false} size="small" onClick={() => setAll(true)}>
          {t('showAll', { count: edges.length })}
        </Button>
      )}
    </section>
  );
}
