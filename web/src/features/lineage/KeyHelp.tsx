'use client';

import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { type RefObject, useId } from 'react';
import styles from './help.module.css';

/** Each line: the keys, and under which name their use is told. */
const KEYS = [
  [['←', '→'], 'along'],
  [['↑', '↓'], 'beside'],
  [['Enter'], 'choose'],
  [['E'], 'expand'],
  [['C'], 'collapse'],
  [['/'], 'search'],
  [['T'], 'table'],
  [['+', '−', '0'], 'zoom'],
  [['Esc'], 'clear'],
  [['?'], 'help'],
] as const;

/** What every key does in the picture. */
export function KeyHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useTranslations('lineage.help');
  const title = useId();
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby={title} closedby="any">
      <header className={styles.head}>
        <h2 id={title}>{t('title')}</h2>
        <Button
          autoInsertSpace={false}
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <dl className={styles.keys}>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.mouse}>{t('mouse')}</p>
    </dialog>
  );
}
