'use client';

import { useTranslations } from 'next-intl';
import { highlighted } from '@/lib/highlight';
import { GradeChip } from '@/ui/grade-chip';
import { PersonalMark } from '@/ui/personal-mark';
import type { HitView } from './hit-target';
import styles from './palette.module.css';

interface Props {
  id: string;
  hit: HitView;
  active: boolean;
  onChoose: () => void;
}

/** One thing to open: its name with what was found in it, where it belongs, its kind, mark and grade. */
export function SearchOption({ id, hit, active, onChoose }: Props) {
  const t = useTranslations('frame.search.kind');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keyboard for its options
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox, which names the active option
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles.hit}
      data-href={hit.href}
      onClick={onChoose}
    >
      <span className={styles.text}>
        <strong>{highlighted(hit.title)}</strong>
        <small>{hit.context}</small>
      </span>
      <span className={styles.kind}>{t(hit.kind)}</span>
      <span className={styles.marks}>
        {hit.personalInfo && <PersonalMark kind={hit.personalInfo} />}
        {hit.grade !== undefined && <GradeChip grade={hit.grade} />}
      </span>
    </div>
  );
}
