'use client';

import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Checkbox, Popover, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { GRADES, type GradeKey } from '@/ui/tokens';
import styles from './filter.module.css';
import { middleBoxes } from './filter-model';
import type { LineageModel } from './lineage-model';
import { RING_ORDER } from './lineage-types';
import type { LineageView } from './lineage-url';
import { useGradeName } from './use-grade-name';
import type { ChangeView } from './use-lineage-url';

interface Props {
  view: LineageView;
  /** Everything before the filters: what there is to choose from. */
  model: LineageModel | null;
  change: ChangeView;
}

/** How many filters are set. */
const countFilters = ({ grade, departments, sensitive, noMiddle, rings }: LineageView): number =>
  [grade !== null, departments.length > 0, sensitive, noMiddle, rings.length < RING_ORDER.length].filter(
    Boolean,
  ).length;

/** Rings, grade, department, sensitive, tables between: each says how many boxes it is about. */
export function FilterMenu({ view, model, change }: Props) {
  const t = useTranslations('lineage.filter');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = countFilters(view);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        // Closed by key from within: the focus goes back to where it came from.
        if (!next && document.activeElement?.closest('[data-lineage-filter]')) button.current?.focus();
      }}
      trigger="click"
      placement="bottomLeft"
      // Made only when it opens; a popover without content would never open.
      content={<FilterForm view={view} model={model} change={change} />}
      destroyOnHidden
    >
      <Badge count={count} size="small" offset={[-4, 2]}>
        <Button
          ref={button}
          autoInsertSpace={false}
          icon={<FilterOutlined />}
          aria-expanded={open}
          type={count > 0 ? 'primary' : 'default'}
          ghost={count > 0}
        >
          {t('label')}
        </Button>
      </Badge>
    </Popover>
  );
}

function FilterForm({ view, model, change }: Props) {
  const t = useTranslations('lineage.filter');
  const gradeName = useGradeName();
  const names = useTranslations('ui.ring');
  const middle = useMemo(() => (model ? middleBoxes(model).size : 0), [model]);
  const departments = useMemo(() => {
    const counts = new Map<string, { name: string; count: number }>();
    for (const { departmentCode, departmentName } of model?.boxes.values() ?? []) {
      if (!departmentCode) continue;
      const known = counts.get(departmentCode) ?? { name: departmentName ?? departmentCode, count: 0 };
      counts.set(departmentCode, { ...known, count: known.count + 1 });
    }
    return [...counts].sort(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'));
  }, [model]);
  const leasts: readonly GradeKey[] = [...GRADES].reverse().filter((grade) => grade !== 'L1');
  return (
    <div className={styles.form} role="dialog" aria-label={t('label')} data-lineage-filter="">
      <fieldset className={styles.rings}>
        <legend>{t('ring')}</legend>
        {RING_ORDER.map((ring) => {
          const on = view.rings.includes(ring);
          const next = RING_ORDER.filter((other) => (other === ring ? !on : view.rings.includes(other)));
          return (
            <Checkbox
              key={ring}
              checked={on}
              disabled={on && view.rings.length === 1}
              onChange={() => change({ rings: next })}
            >
              <span className={styles.ring} data-ring={ring}>
                {names(`name.${ring}`)}
              </span>
              <span className={styles.meaning}>{names(`meaning.${ring}`)}</span>
            </Checkbox>
          );
        })}
      </fieldset>
      <div className={styles.field}>
        <span aria-hidden="true">{t('grade')}</span>
        <Select<GradeKey | ''>
          value={view.grade ?? ''}
          aria-label={t('grade')}
          onChange={(grade) => change({ grade: grade === '' ? null : grade })}
          options={[
            { value: '' as const, label: t('anyGrade') },
            ...leasts.map((grade) => ({
              value: grade,
              label: t('gradeAtLeast', { grade: gradeName(grade) }),
            })),
          ]}
        />
      </div>
      <div className={styles.field}>
        <span aria-hidden="true">{t('department')}</span>
        <Select
          mode="multiple"
          allowClear
          maxTagCount={2}
          aria-label={t('department')}
          placeholder={t('anyDepartment')}
          optionFilterProp="label"
          value={[...view.departments]}
          onChange={(codes: string[]) => change({ departments: codes })}
          options={departments.map(([value, { name, count }]) => ({
            value,
            label: t('departmentCount', { name, count }),
          }))}
        />
      </div>
      <Checkbox checked={view.sensitive} onChange={(event) => change({ sensitive: event.target.checked })}>
        {t('sensitive')}
      </Checkbox>
      <Checkbox
        checked={view.noMiddle}
        disabled={middle === 0 && !view.noMiddle}
        onChange={(event) => change({ noMiddle: event.target.checked })}
      >
        {t('noMiddle', { count: middle })}
      </Checkbox>
      <p className={styles.note}>{t('note')}</p>
    </div>
  );
}
