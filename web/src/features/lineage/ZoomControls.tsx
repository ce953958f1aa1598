'use client';

import { MinusOutlined, PlusOutlined, QuestionOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { KeyHelp } from './KeyHelp';
import styles from './lineage.module.css';

interface Props {
  zoom: number;
  onZoom: (factor: number) => void;
  onFit: () => void;
}

/** Smaller, larger, everything in view; and what the keys do. */
export function ZoomControls({ zoom, onZoom, onFit }: Props) {
  const t = useTranslations('lineage.zoom');
  const help = useRef<HTMLDialogElement>(null);
  return (
    <fieldset className={styles.zoom}>
      <legend className="visually-hidden">{t('label')}</legend>
      <button type="button" aria-label={t('out')} onClick={() => onZoom(1 / 1.25)}>
        <MinusOutlined aria-hidden="true" />
      </button>
      <output className={styles.percent}>{Math.round(zoom * 100)}%</output>
      <button type="button" aria-label={t('in')} onClick={() => onZoom(1.25)}>
        <PlusOutlined aria-hidden="true" />
      </button>
      <button type="button" onClick={onFit}>
        {t('fit')}
      </button>
      <button
        type="button"
        data-lineage-help=""
        aria-label={t('help')}
        aria-haspopup="dialog"
        onClick={() => help.current?.showModal()}
      >
        <QuestionOutlined aria-hidden="true" />
      </button>
      <KeyHelp dialog={help} />
    </fieldset>
  );
}
