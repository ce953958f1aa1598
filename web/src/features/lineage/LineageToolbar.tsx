'use client';

import {
  DownloadOutlined,
  PartitionOutlined,
  SearchOutlined,
  TableOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Input, type InputRef, Tooltip } from 'antd';
import { useTranslations } from 'next-intl';
import { type Ref, useRef } from 'react';
import { DepthControl } from './DepthControl';
import type { ExportKind } from './export-picture';
import { FilterMenu } from './FilterMenu';
import { GroupMenu } from './GroupMenu';
import styles from './lineage.module.css';
import type { LineageModel } from './lineage-model';
import type { LineageView } from './lineage-url';
import { TimeMenu } from './TimeMenu';
import type { InPictureSearch } from './use-in-picture-search';
import type { ChangeView } from './use-lineage-url';

interface Props {
  view: LineageView;
  change: ChangeView;
  /** Everything before the filters. */
  model: LineageModel | null;
  totals: { up: number; down: number };
  search: InPictureSearch;
  onFound: (id: string) => void;
  onExport: (kind: ExportKind) => void;
  rearrange: (() => void) | null;
  undo: (() => void) | null;
  searchRef: Ref<InputRef>;
}

/** Depth, filters, groups, search, table, export: everything that changes what the picture holds. */
export function LineageToolbar({
  view,
  change,
  model,
  totals,
  search,
  onFound,
  onExport,
  rearrange,
  undo,
  searchRef,
}: Props) {
  const t = useTranslations('lineage.toolbar');
  const exportButton = useRef<HTMLButtonElement>(null);
  const walk = (by: 1 | -1) => {
    const id = search.step(by);
    if (id) onFound(id);
  };
  const hits = search.hits;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('label')}>
      <DepthControl side="up" depth={view.up} total={totals.up} onChange={(up) => change({ up })} />
      <DepthControl side="down" depth={view.down} total={totals.down} onChange={(down) => change({ down })} />
      <TimeMenu time={view} change={change} />
      <FilterMenu view={view} model={model} change={change} />
      <GroupMenu grouping={view.grouping} change={change} />
      <div className={styles.find}>
        <Input
          ref={searchRef}
          size="middle"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={search.text}
          onChange={(event) => search.setText(event.target.value)}
          onPressEnter={(event) => walk(event.shiftKey ? -1 : 1)}
          suffix={
            hits ? (
              <span className={styles.hits} role="status">
                {hits.length === 0 ? t('none') : `${search.at + 1}/${hits.length}`}
              </span>
            ) : (
              <kbd className={styles.key}>/</kbd>
            )
          }
        />
      </div>
      <div className={styles.ways}>
        <Tooltip title={t('undo')}>
          <Button
            autoInsertSpace={false}
            icon={<UndoOutlined />}
            aria-label={t('undo')}
            disabled={undo === null}
            onClick={undo ?? undefined}
          />
        </Tooltip>
        <Tooltip title={t('rearrange')}>
          <Button
            autoInsertSpace={false}
            icon={<PartitionOutlined />}
            aria-label={t('rearrange')}
            disabled={rearrange === null}
            onClick={rearrange ?? undefined}
          />
        </Tooltip>
        <Button
          autoInsertSpace={false}
          icon={<TableOutlined />}
          aria-pressed={view.table}
          type={view.table ? 'primary' : 'default'}
          onClick={() => change({ table: !view.table })}
        >
          {t('table')} <kbd className={styles.key}>T</kbd>
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['svg', 'png', 'csv'] as const).map((key) => ({ key, label: t(`export.${key}`) })),
            onClick: ({ key }) => {
              // The menu goes: the focus returns to what opened it.
              exportButton.current?.focus();
              onExport(key as ExportKind);
            },
          }}
        >
          <Button ref={exportButton} autoInsertSpace={false} icon={<DownloadOutlined />}>
            {t('export.label')}
          </Button>
        </Dropdown>
      </div>
    </div>
  );
}
