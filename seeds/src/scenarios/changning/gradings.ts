import { type Grade, type Grading, higherGrade } from '@yuanliu/graph';
import { addDays, instant } from '../../calendar.js';
import { createRng } from '../../rng.js';
import type { SeedDataset, SeedField } from '../scenario.js';

const DEGREE: Record<Grade, Grading['degree']> = {
  CORE: 'ESPECIALLY_SERIOUS',
  IMPORTANT: 'SERIOUS',
  L4: 'ESPECIALLY_SERIOUS',
  L3: 'SERIOUS',
  L2: 'ORDINARY',
  L1: 'NONE',
};
const HOUR = 3_600_000;
/** Columns that were L2 before. */
const RAISED = new Set(['txsx', 'sqnr', 'cph', 'jzzt', 'fxf']);
const LAST_REVIEW = Date.UTC(2026, 8, 1);

function reasonOf(field: SeedField): string {
  if (field.personalInfo === 'SENSITIVE') {
    return `「${field.personalInfoKind}」属敏感个人信息，不低于四级（《个人信息保护法》第二十八条）。`;
  }
  if (field.personalInfo === 'GENERAL') return `「${field.personalInfoKind}」属一般个人信息，不低于二级。`;
  if (field.grade === 'L1') return '公开或无危害的内容，一级。';
  return '按对组织、个人权益的危害程度拟定，就高从严。';
}

const rights = (field: SeedField): Grading['influenceObject'] =>
  field.personalInfo === 'NONE' ? 'ORG_RIGHTS' : 'PERSONAL_RIGHTS';

/**
 * Filed grades: one in effect for each graded field and for its dataset (the highest of its fields), proposals for
 * some that have none yet, and the former grade of what the last yearly review raised.
 */
export function buildGradings(datasets: SeedDataset[]): Grading[] {
  return datasets.flatMap((dataset): Grading[] => {
    const rng = createRng(`grading/${dataset.key}`);
    // A filing is history, so its day does not move with the day of seeding.
    const filedAt = addDays(LAST_REVIEW, -rng.int(0, 240)) + rng.int(1, 9) * HOUR;
    const file = (of: Grading['of'], grade: Grade, more: Partial<Grading>): Grading => ({
      id: `GR-${of}`,
      of,
      grade,
      state: 'EFFECTIVE',
      influenceObject: 'PERSONAL_RIGHTS',
      degree: DEGREE[grade],
      reason: '',
      filedBy: 'demo-reviewer',
      filedAt: instant(filedAt),
      current: true,
      ...more,
    });
    const fields = dataset.fields.flatMap((field): Grading[] => {
      const influenceObject = rights(field);
      if (field.grade === null) {
        if (!rng.chance(0.4)) return [];
        const state = rng.pick(['PROPOSED', 'UNIT_CONFIRMED', 'BUREAU_REVIEW'] as const);
        const reason = '新增信息项，单位拟定，待数据局审核。';
        return [file(field.id, 'L2', { state, influenceObject, reason, filedBy: 'demo-governance' })];
      }
      const current = file(field.id, field.grade, { influenceObject, reason: reasonOf(field) });
      if (!RAISED.has(field.path)) return [current];
      const former = file(field.id, 'L2', {
        id: `GR-${field.id}-2`,
        influenceObject,
        reason: '原定为二级，年度复核时按就高从严上调。',
        filedAt: instant(filedAt - 380 * 24 * HOUR),
        current: false,
      });
      return [former, current];
    });
    const highest = dataset.fields.reduce<Grade | null>((top, f) => higherGrade(top, f.grade), null);
    if (highest === null) return fields;
    const reason = `数据集等级取信息项最高级（就高从严）：${highest}。`;
    return [...fields, file(dataset.id, highest, { reason })];
  });
}
