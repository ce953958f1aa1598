'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { edgeRows } from './edge-rows';
import type { Highlight } from './highlight';
import type { LineageModel, ModelEdge } from './lineage-model';
import { TwinBoxes } from './TwinBoxes';
import { TwinEdges } from './TwinEdges';
import styles from './table.module.css';
import { tableRows } from './table-rows';
import { type TwinList, useTwinList } from './use-twin-list';

interface Props {
  model: LineageModel;
  highlight: Highlight | null;
  visible: boolean;
  cursor: string | null;
  onCursor: (id: string | null) => void;
  onChoose: (id: string) => void;
  onExpand: (box: string) => void;
  /** Opens who says that an edge exists. */
  onEdge: (edge: ModelEdge) => void;
}

const LISTS: readonly TwinList[] = ['boxes', 'edges'];

/** The same graph as a table: boxes with their fields, or edges. Always in the document; what is chosen in it is chosen in the picture. */
export function LineageTable(props: Props) {
  const { model, highlight, visible, onChoose, onEdge } = props;
  const t = useTranslations('lineage.table');
  const [list, setList] = useTwinList();
  const lines = useMemo(() => tableRows(model, highlight), [model, highlight]);
  const edges = useMemo(
    () => (visible && list === 'edges' ? edgeRows(model, highlight) : null),
    [model, highlight, visible, list],
  );
  const basis = highlight?.chosen ?? model.start;
  const name = model.rows.get(basis)?.label ?? model.boxes.get(basis)?.label ?? '';
  return (
    <section className={visible ? styles.twin : `visually-hidden ${styles.away}`} aria-label={t('region')}>
      {visible && (
        <div className={styles.strip}>
          <fieldset className={styles.lists}>
            <legend className="visually-hidden">{t('lists')}</legend>
            {LISTS.map((name) => (
              <button
                key={name}
                type="button"
                className={styles.listButton}
                aria-pressed={name === list}
                onClick={() => setList(name)}
              >
                {t(`list.${name}`)}{' '}
                <span className={styles.listCount}>
                  {name === 'boxes' ? model.boxes.size : model.edges.length}
                </span>
              </button>
            ))}
          </fieldset>
          <span className={styles.basis}>{t('basis', { name })}</span>
          <span className={styles.keys}>{t(list === 'boxes' ? 'keysBoxes' : 'keysEdges')}</span>
        </div>
      )}
      {edges ? (
        <TwinEdges edges={edges} chosen={highlight?.chosen ?? null} onChoose={onChoose} onEdge={onEdge} />
      ) : (
        <TwinBoxes {...props} lines={lines} />
      )}
    </section>
  );
}
