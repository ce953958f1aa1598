'use client';

import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './lineage.module.css';
import type { Side } from './lineage-types';
import type { Depth } from './lineage-url';

interface Props {
  side: Side;
  depth: Depth;
  /** Everything on this side, in the picture or not. */
  total: number;
  onChange: (depth: Depth) => void;
}

/** How many hops on one side: one fewer, one more, all. */
export function DepthControl({ side, depth, total, onChange }: Props) {
  const t = useTranslations('lineage.depth');
  const number = depth === 'all' ? null : depth;
  return (
    <fieldset className={styles.depth}>
      <legend className="visually-hidden">{t(`legend.${side}`)}</legend>
      <span className={styles.depthName}>{t(`name.${side}`)}</span>
      <Button
        autoInsertSpace={false}
        size="small"
        icon={<MinusOutlined />}
        aria-label={t(`less.${side}`)}
        disabled={number === 0}
        onClick={() => onChange(number === null ? 1 : number - 1)}
      />
      <output className={styles.hops} aria-live="polite">
        {number === null ? t('all') : t('hops', { count: number })}
      </output>
      <Button
        autoInsertSpace={false}
        size="small"
        icon={<PlusOutlined />}
        aria-label={t(`more.${side}`)}
        disabled={number === null}
        onClick={() => onChange((number ?? 0) + 1)}
      />
      <Button
        autoInsertSpace={false}
        size="small"
        disabled={number === null}
        onClick={() => onChange('all')}
        aria-label={`${t(`everything.${side}`)} ${total}`}
      >
        {t('all')} {total}
      </Button>
    </fieldset>
  );
}
