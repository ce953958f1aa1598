'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import { GRADES } from '@/ui/tokens';
import styles from './legend.module.css';
import type { Scene } from './scene';
import type { LineStyle } from './to-elements';

const LINES: readonly LineStyle[] = ['direct', 'indirect', 'masked', 'coarse', 'backflow'];

/** What the marks mean: one strip, only the kinds that are in the picture. */
export function Legend({ scene }: { scene: Scene }) {
  const t = useTranslations('lineage.legend');
  const [open, setOpen] = useState(true);
  const lines = new Set<LineStyle>([
    ...scene.flow.map(({ line }) => line.style),
    ...scene.lanes.map(({ style }) => style),
  ]);
  const boxes = [...scene.placed.values()].map(({ shape }) => shape);
  const rows = boxes.flatMap((shape) => shape.rows);
  const grades = new Set([...rows.map((row) => row.grade), ...boxes.map((shape) => shape.box.grade)]);
  const personal = new Set(rows.map((row) => row.personalInfo));
  const kinds = new Set(boxes.map((shape) => shape.box.kind));
  return (
    <div className={styles.legend}>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('title')}
        <span aria-hidden="true">{open ? '‹' : '›'}</span>
      </button>
      {open && (
        <ul className={styles.items}>
          {LINES.filter((style) => lines.has(style)).map((style) => (
            <li key={style}>
              <LineSample style={style} />
              {t(`line.${style}`)}
            </li>
          ))}
          <li className={styles.chips}>
            {[...GRADES]
              .reverse()
              .filter((grade) => grades.has(grade))
              .map((grade) => (
                <GradeChip key={grade} grade={grade} />
              ))}
          </li>
          {(['GENERAL', 'SENSITIVE'] as const)
            .filter((kind) => personal.has(kind))
            .map((kind) => (
              <li key={kind}>
                <PersonalMark kind={kind} />
                {t(`personal.${kind}`)}
              </li>
            ))}
          {kinds.has('INTERFACE') && (
            <li>
              <svg width="20" height="12" aria-hidden="true">
                <path d="M4 0H16L20 4V8L16 12H4L0 8V4Z" fill="var(--interface-header)" />
              </svg>
              {t('interface')}
            </li>
          )}
          {kinds.has('CONSUMER') && (
            <li>
              <svg width="20" height="12" aria-hidden="true">
                <rect width="20" height="12" rx="6" fill="var(--consumer-header)" />
              </svg>
              {t('consumer')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function LineSample({ style }: { style: LineStyle }) {
  const colour =
    style === 'masked'
      ? 'var(--masked)'
      : style === 'backflow'
        ? 'var(--backflow)'
        : style === 'indirect'
          ? 'var(--edge-indirect)'
          : 'var(--edge-direct)';
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
