'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { CHANGE_SIGN } from './change-marks';
import type { Highlight } from './highlight';
import { kindsIn } from './kinds-present';
import styles from './legend.module.css';
import { RING_ORDER } from './lineage-types';
import type { Scene } from './scene';
import type { LineStyle } from './to-elements';
import { useRemembered } from './use-remembered';

/** What the marks mean: one strip, only the kinds that are in the picture; folded away for as long as the person likes. */
export function Legend({ scene, lit }: { scene: Scene; lit: Highlight | null }) {
  const t = useTranslations('lineage.legend');
  const rings = useTranslations('ui.ring.name');
  const changes = useTranslations('lineage.time.change');
  const [open, setOpen] = useRemembered('yuanliu-lineage-legend', true);
  const list = useId();
  const present = useMemo(() => kindsIn(scene), [scene]);
  const litRings = RING_ORDER.filter((ring) => lit && [...lit.edges.values()].includes(ring));
  return (
    <div className={styles.legend}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {t('title')}
        <span className={styles.twist} data-open={open} aria-hidden="true" />
      </button>
      <ul className={styles.items} id={list} hidden={!open}>
        {present.lines.map((style) => (
          <li key={style} data-line={style}>
            <LineSample style={style} />
            {t(`line.${style}`)}
          </li>
        ))}
        {present.contracted && (
          <li data-line="contracted">
            <LineSample style="contracted" />
            {t('line.contracted')}
          </li>
        )}
        {present.changes.map((change) => (
          <li key={change} className={styles.change} data-change={change}>
            <b aria-hidden="true">{CHANGE_SIGN[change]}</b> {changes(change)}
          </li>
        ))}
        {litRings.length > 0 && (
          <li className={styles.lit}>
            {t('path')}
            {litRings.map((ring) => (
              <span key={ring} className={styles.ring} data-ring={ring}>
                {rings(ring)}
              </span>
            ))}
          </li>
        )}
        {present.grades.length > 0 && (
          <li>
            {present.grades.map((grade) => (
              <GradeChip key={grade} grade={grade} />
            ))}
          </li>
        )}
        {present.personal.map((kind) => (
          <li key={kind}>
            <PersonalMark kind={kind} />
            {t(`personal.${kind}`)}
          </li>
        ))}
        {present.interfaces && (
          <li>
            <svg width="20" height="12" aria-hidden="true">
              <path d="M4 0H16L20 4V8L16 12H4L0 8V4Z" fill="var(--interface-header)" />
            </svg>
            {t('interface')}
          </li>
        )}
        {present.consumers && (
          <li>
            <svg width="20" height="12" aria-hidden="true">
              <rect width="20" height="12" rx="6" fill="var(--consumer-header)" />
            </svg>
            {t('consumer')}
          </li>
        )}
        {present.groups && (
          <li>
            <svg width="22" height="14" aria-hidden="true">
              <rect x="4" y="4" width="17.5" height="9.5" rx="2" fill="none" stroke="var(--border)" />
              <rect
                x=".5"
                y=".5"
                width="17.5"
                height="9.5"
                rx="2"
                fill="var(--box)"
                stroke="var(--edge-direct)"
              />
            </svg>
            {t('group')}
          </li>
        )}
      </ul>
    </div>
  );
}

function LineSample({ style }: { style: LineStyle | 'contracted' }) {
  const colour =
    style === 'masked'
      ? 'var(--masked)'
      : style === 'backflow'
        ? 'var(--backflow)'
        : style === 'indirect'
          ? 'var(--edge-indirect)'
          : 'var(--edge-direct)';
  if (style === 'contracted') {
    return (
      <svg width="38" height="14" aria-hidden="true">
        <path d="M0 7H32" stroke={colour} strokeWidth="1.6" />
        <path d="M38 7L31 4V10Z" fill={colour} />
        <rect x="9" y="1.5" width="14" height="11" rx="5.5" fill="var(--box)" stroke={colour} />
        <path d="M13 7h.1M16 7h.1M19 7h.1" stroke={colour} strokeWidth="2" strokeLinecap="round" />
      </svg>
    );
  }
  if (style === 'backflow') {
    return (
      <svg width="30" height="14" aria-hidden="true">
        <path d="M28 2V8Q28 12 24 12H8Q4 12 4 8V5" fill="none" stroke={colour} strokeWidth="2" />
        <path d="M4 0L7 6H1Z" fill={colour} />
      </svg>
    );
  }
  return (
    <svg width="32" height="14" aria-hidden="true">
      {style === 'coarse' ? (
        <path d="M0 5H26M0 9H26" stroke={colour} strokeWidth="1.4" />
      ) : (
        <path
          d="M0 7H26"
          stroke={colour}
          strokeWidth="1.6"
          strokeDasharray={style === 'indirect' ? '5 4' : undefined}
        />
      )}
      <path d="M32 7L25 4V10Z" fill={colour} />
      {style === 'masked' && (
        <>
          <circle cx="13" cy="7" r="6" fill="var(--box)" stroke={colour} strokeWidth="1.2" />
          <rect x="10.5" y="6.5" width="5" height="4" rx="1" fill={colour} />
          <path d="M11.5 6.5V5.4a1.5 1.5 0 0 1 3 0V6.5" fill="none" stroke={colour} strokeWidth="1.1" />
        </>
      )}
    </svg>
  );
}
