'use client';

import { ClusterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslations } from 'next-intl';
import { GROUPINGS, type Grouping } from './lineage-url';
import type { ChangeView } from './use-lineage-url';

interface Props {
  grouping: Grouping;
  change: ChangeView;
}

/** How boxes are put together: by their number, never, by department, by library. */
export function GroupMenu({ grouping, change }: Props) {
  const t = useTranslations('lineage.group');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [grouping],
        items: GROUPINGS.map((key) => ({ key, label: t(`by.${key}`) })),
        onClick: ({ key }) => {
          const next = GROUPINGS.find((name) => name === key);
          if (next) change({ grouping: next, groups: [] });
        },
      }}
    >
      <Button autoInsertSpace={false} icon={<ClusterOutlined />} aria-label={t('label')}>
        {t(`short.${grouping}`)}
      </Button>
    </Dropdown>
  );
}
