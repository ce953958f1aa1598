import { GRADES, type GradeKey } from '@/ui/tokens';
import type { Change } from './change-marks';
import type { Scene } from './scene';
import type { LineStyle } from './to-elements';

const LINES: readonly LineStyle[] = ['direct', 'indirect', 'masked', 'coarse', 'backflow'];

const CHANGES: readonly Change[] = ['ADDED', 'REMOVED', 'CHANGED'];

export interface KindsPresent {
  lines: LineStyle[];
  /** Lines that stand for ways through what filters hide. */
  contracted: boolean;
  /** Weakest first. */
  grades: GradeKey[];
  personal: ('GENERAL' | 'SENSITIVE')[];
  interfaces: boolean;
  consumers: boolean;
  groups: boolean;
  /** Where two days are compared. */
  changes: Change[];
}

/** The kinds of lines, grades, marks and boxes that are drawn: what a legend has to explain and nothing more. */
export function kindsIn(scene: Scene): KindsPresent {
  const drawn = scene.flow.map(({ line }) => line);
  const lines = new Set<LineStyle>([
    ...drawn.map(({ style }) => style),
    ...scene.lanes.map(({ style }) => style),
  ]);
  if (drawn.some(({ locked }) => locked)) lines.add('masked');
  const shapes = [...scene.placed.values()].map(({ shape }) => shape);
  const rows = shapes.flatMap((shape) => shape.rows);
  const grades = new Set([...rows.map((row) => row.grade), ...shapes.map((shape) => shape.box.grade)]);
  const personal = new Set(rows.map((row) => row.personalInfo));
  const changes = new Set([...drawn.map(({ change }) => change), ...scene.lanes.map(({ change }) => change)]);
  const kinds = new Set(shapes.map((shape) => shape.box.kind));
  return {
    lines: LINES.filter((style) => lines.has(style)),
    contracted: drawn.some(({ contracted }) => contracted === true),
    grades: [...GRADES].reverse().filter((grade) => grades.has(grade)),
    personal: (['GENERAL', 'SENSITIVE'] as const).filter((kind) => personal.has(kind)),
    interfaces: kinds.has('INTERFACE'),
    consumers: kinds.has('CONSUMER'),
    groups: shapes.some((shape) => shape.group !== undefined),
    changes: CHANGES.filter((change) => changes.has(change)),
  };
}
