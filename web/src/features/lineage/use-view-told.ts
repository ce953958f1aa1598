'use client';

import { useTranslations } from 'next-intl';
import type { LineageModel } from './lineage-model';
import { RING_ORDER } from './lineage-types';
import type { Depth, LineageView } from './lineage-url';

/** What a view leaves out and where it ends, in one line: stands over every export. */
export function useViewTold(): (model: LineageModel, view: LineageView) => string {
  const t = useTranslations('lineage.export');
  const hops = useTranslations('lineage.depth');
  const rings = useTranslations('ui.ring.name');
  const grades = useTranslations('ui.grade.short');
  const times = useTranslations('lineage.time');
  return (model, view) => {
    const depth = (value: Depth) => (value === 'all' ? hops('all') : hops('hops', { count: value }));
    const nameOf = (id: string) => model.rows.get(id)?.label ?? model.boxes.get(id)?.label ?? '';
    const departments = view.departments.map(
      (code) => [...model.boxes.values()].find((box) => box.departmentCode === code)?.departmentName ?? code,
    );
    const { day, since } = view;
    return [
      (day ?? since) !== null &&
        (since === null
          ? times('showing', { day: day ?? '' })
          : times('comparing', { since, day: day ?? times('today') })),
      view.asKnown && times('asKnown'),
      t('depth', { up: depth(view.up), down: depth(view.down) }),
      view.rings.length < RING_ORDER.length &&
        t('only.rings', { names: view.rings.map((ring) => rings(ring)).join(t('and')) }),
      view.grade && t('only.grade', { grade: grades(view.grade) }),
      departments.length > 0 && t('only.departments', { names: departments.join(t('and')) }),
      view.sensitive && t('only.sensitive'),
      view.noMiddle && t('only.noMiddle'),
      view.folded.length > 0 && t('only.folded', { count: view.folded.length }),
      view.only && view.chosen && t('only.path', { name: nameOf(view.chosen) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
