'use client';

import { CloseOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import styles from './export-note.module.css';
import type { LineageExport } from './use-export';

const STAYS = 8000;

/** Says what became of an export; goes by itself when all went well. */
export function ExportNote({ said, forget }: Pick<LineageExport, 'said' | 'forget'>) {
  const t = useTranslations('lineage.export');
  useEffect(() => {
    if (!said || said.failed) return;
    const timer = setTimeout(forget, STAYS);
    return () => clearTimeout(timer);
  }, [said, forget]);
  return (
    <div role="status" className={styles.place}>
      {said && (
        <p className={styles.note} data-failed={said.failed}>
          {said.text}
          <button type="button" aria-label={t('dismiss')} onClick={forget}>
            <CloseOutlined aria-hidden="true" />
          </button>
        </p>
      )}
    </div>
  );
}
