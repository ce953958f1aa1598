'use client';

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './filter.module.css';
import type { Hidden } from './filter-model';
import type { LineageModel } from './lineage-model';
import { RING_ORDER } from './lineage-types';
import { type LineageView, NO_FILTERS } from './lineage-url';
import { useGradeName } from './use-grade-name';
import type { ChangeView } from './use-lineage-url';

interface Props {
  view: LineageView;
  hidden: Hidden | null;
  model: LineageModel | null;
  change: ChangeView;
}

/** Says at one glance that not everything is shown, what was taken away, and gives it back at one click. */
export function FilterBand({ view, hidden, model, change }: Props) {
  const t = useTranslations('lineage.filter');
  const gradeName = useGradeName();
  const rings = useTranslations('ui.ring');
  const separator = useTranslations('ui')('separator');
  const fewRings = view.rings.length < RING_ORDER.length;
  const folds = view.folded.length;
  if (!hidden && !fewRings && folds === 0 && !view.only) return null;
  const nameOf = (code: string) => {
    for (const box of model?.boxes.values() ?? [])
      if (box.departmentCode === code) return box.departmentName ?? code;
    return code;
  };
  const none = { ...NO_FILTERS, folded: [], only: false };
  return (
    <div className={styles.band} role="status">
      <strong>{t('on')}</strong>
      {view.grade && (
        <Chip onRemove={() => change({ grade: null })}>
          {t('gradeAtLeast', { grade: gradeName(view.grade) })}
        </Chip>
      )}
      {view.departments.map((code) => (
        <Chip
          key={code}
          onRemove={() => change({ departments: view.departments.filter((other) => other !== code) })}
        >
          {nameOf(code)}
        </Chip>
      ))}
      {view.sensitive && <Chip onRemove={() => change({ sensitive: false })}>{t('sensitive')}</Chip>}
      {view.noMiddle && <Chip onRemove={() => change({ noMiddle: false })}>{t('noMiddleShort')}</Chip>}
      {fewRings && (
        <Chip onRemove={() => change({ rings: RING_ORDER })}>
          {t('rings', { names: view.rings.map((ring) => rings(`name.${ring}`)).join(separator) })}
        </Chip>
      )}
      {view.only && <Chip onRemove={() => change({ only: false })}>{t('only')}</Chip>}
      {folds > 0 && <Chip onRemove={() => change({ folded: [] })}>{t('folded', { count: folds })}</Chip>}
      {hidden && (
        <span className={styles.counts}>
          {t('hidden', { boxes: hidden.boxes, rows: hidden.rows, edges: hidden.edges })}
          {hidden.contracted > 0 && ` · ${t('contracted', { count: hidden.contracted })}`}
        </span>
      )}
      <Button autoInsertSpace={false} size="small" onClick={() => change(none)}>
        {t('clear')}
      </Button>
    </div>
  );
}

function Chip({ children, onRemove }: { children: ReactNode; onRemove: () => void }) {
  const t = useTranslations('lineage.filter');
  return (
    <span className={styles.chip}>
      {children}
      <button type="button" onClick={onRemove} aria-label={t('remove', { name: String(children) })}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </span>
  );
}
