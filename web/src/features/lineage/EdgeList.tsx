'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EdgeItem } from './EdgeItem';
import type { Highlight } from './highlight';
import type { LineageModel, ModelEdge } from './lineage-model';
import { PanelSection } from './PanelSection';
import styles from './panel.module.css';

interface Props {
  id: string;
  title: string;
  none: string;
  edges: readonly ModelEdge[];
  end: 'from' | 'to';
  /** An edge that was clicked in the picture or in the table: first, and open. */
  first: string | null;
  model: LineageModel;
  highlight: Highlight;
  onChoose: (id: string) => void;
}

/** So many edges before one asks for the rest. */
const FIRST = 6;

/** The edges on one side of what is chosen. */
export function EdgeList({ id, title, none, edges, end, first, model, highlight, onChoose }: Props) {
  const t = useTranslations('lineage.panel');
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const open = opened ?? first;
  const sorted = first ? [...edges].sort((a, b) => Number(b.id === first) - Number(a.id === first)) : edges;
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <PanelSection id={id} title={title} count={edges.length}>
      {edges.length === 0 && <p className={styles.note}>{none}</p>}
      <ul>
        {shown.map((edge) => (
          <EdgeItem
            key={edge.id}
            model={model}
            edge={edge}
            end={end}
            ring={highlight.edges.get(edge.id) ?? null}
            open={open === edge.id}
            asked={first === edge.id}
            onToggle={() => setOpened(open === edge.id ? '' : edge.id)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {shown.length < edges.length && (
        <Button autoInsertSpace={false} size="small" className={styles.all} onClick={() => setAll(true)}>
          {t('showAll', { count: edges.length })}
        </Button>
      )}
    </PanelSection>
  );
}
