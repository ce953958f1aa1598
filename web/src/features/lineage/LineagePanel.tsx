'use client';

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { EdgeList } from './EdgeList';
import type { Highlight } from './highlight';
import { ImpactSentence } from './ImpactSentence';
import type { LineageModel, ModelEdge } from './lineage-model';
import { PanelFacts } from './PanelFacts';
import { PanelHandle } from './PanelHandle';
import { PanelLinks } from './PanelLinks';
import { PanelUsers } from './PanelUsers';
import styles from './panel.module.css';
import { scrollWithin } from './scroll-within';
import { useFocusBack } from './use-focus-back';
import { usePanelWidth } from './use-panel-width';

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

/** Height of the ways that stay at the top of the panel. */
const JUMPS_HEIGHT = 36;

/** Everything about what is chosen: facts, grade, its edges with their evidence, who uses it, ways on. */
export function LineagePanel({ model, highlight, edge, only, onOnly, onChoose, onClose }: Props) {
  const t = useTranslations('lineage.panel');
  const kinds = useTranslations('lineage.edge');
  const [width, setWidth] = usePanelWidth();
  const panel = useRef<HTMLElement>(null);
  const uid = useId();
  useFocusBack(panel);
  const row = model.rows.get(highlight.chosen) ?? null;
  const box = model.boxes.get(row?.boxId ?? highlight.chosen);
  if (!box) return null;
  const part = row ?? box;
  const touches = (end: ModelEdge['from']) => (row ? end.row === row.id : end.box === box.id);
  const incoming = model.edges.filter(({ to }) => touches(to));
  const outgoing = model.edges.filter(({ from }) => touches(from));
  // A row of an interface stands for the field that it gives out.
  const subject = row ? row.fieldId : box.id;
  const ids = {
    facts: `${uid}facts`,
    grade: `${uid}grade`,
    incoming: `${uid}in`,
    outgoing: `${uid}out`,
    users: `${uid}users`,
  };
  const ways: [string, string, number | null][] = [
    [ids.facts, t('facts'), null],
    [ids.incoming, t('incoming'), incoming.length],
    [ids.outgoing, t('outgoing'), outgoing.length],
    [ids.users, t(box.kind === 'CONSUMER' ? 'mayCall' : 'users'), null],
  ];
  const lists = { model, highlight, first: edge, onChoose };
  return (
    <aside
      className={styles.panel}
      style={{ width }}
      ref={panel}
      aria-label={t('label', { name: part.label })}
    >
      <PanelHandle width={width} onWidth={setWidth} />
      <div className={styles.scroll} data-scrolls="">
        <header className={styles.head}>
          <div>
            <h2>{part.label}</h2>
            <p className={styles.sub}>
              {row ? box.label : kinds(`box.${box.kind}`)}
              {box.departmentName && ` · ${box.departmentName}`}
            </p>
          </div>
          <Button
            autoInsertSpace={false}
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('close')}
            title={t('closeKey')}
            onClick={onClose}
          />
        </header>
        <p className={styles.marks}>
          {(row || box.kind !== 'CONSUMER' || part.grade) && <GradeChip grade={part.grade} />}
          <PersonalMark kind={part.personalInfo} />
          {part.ring && part.distance !== null && part.distance !== 0 && (
            <>
              <RingChip ring={part.ring} />
              <span>{t(part.distance > 0 ? 'after' : 'before', { count: Math.abs(part.distance) })}</span>
            </>
          )}
          {row?.viaBackflow && <span className={styles.backflow}>{t('viaBackflow')}</span>}
          {row?.coarse && <span>{t('coarse')}</span>}
        </p>
        <p className={styles.code}>
          <code>{row ? `${box.name} · ${row.name}` : box.name}</code>
        </p>
        <Button
          autoInsertSpace={false}
          block
          type={only ? 'default' : 'primary'}
          className={styles.only}
          onClick={() => onOnly(!only)}
        >
          {only ? t('wholePicture') : t('onlyPath')}
        </Button>
        <PanelLinks model={model} box={box} row={row} subject={subject} />
        {box.kind !== 'CONSUMER' && <ImpactSentence key={subject} id={subject} />}
        <nav className={styles.jumps} aria-label={t('parts')}>
          {ways.map(([id, name, count]) => (
            <a
              key={id}
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                const target = document.getElementById(id);
                if (!target) return;
                scrollWithin(target, 'top', JUMPS_HEIGHT);
                target.focus({ preventScroll: true });
              }}
            >
              {name}
              {count !== null && <span className={styles.count}>{count}</span>}
            </a>
          ))}
        </nav>
        <PanelFacts key={`facts-${subject}`} id={subject} ids={ids} />
        <EdgeList
          key={`in-${part.id}-${edge}`}
          id={ids.incoming}
          title={t('incoming')}
          none={t('noIncoming')}
          edges={incoming}
          end="from"
          {...lists}
        />
        <EdgeList
          key={`out-${part.id}-${edge}`}
          id={ids.outgoing}
          title={t('outgoing')}
          none={t('noOutgoing')}
          edges={outgoing}
          end="to"
          {...lists}
        />
        <PanelUsers
          key={`users-${subject}`}
          id={box.kind === 'INTERFACE' ? box.id : subject}
          section={ids.users}
        />
      </div>
    </aside>
  );
}
