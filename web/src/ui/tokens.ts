/** Every colour, measure and type size of the explorer: page and canvas read them here and nowhere else. */

export interface Palette {
  canvas: string;
  box: string;
  header: string;
  border: string;
  rule: string;
  text: string;
  sub: string;
  /** Bars of the far view only, never words. */
  faint: string;
  litRow: string;
  hover: string;
  counterBorder: string;
  interfaceHeader: string;
  consumerHeader: string;
  edgeDirect: string;
  edgeIndirect: string;
  path: string;
  masked: string;
  backflow: string;
  personalInfo: string;
  bandEven: string;
  bandOdd: string;
  bandText: string;
  /** Words on accent, interface and consumer fills. */
  onAccent: string;
  /** Words and marks of states, each with the tint behind them: in order, wants attention, wrong. */
  good: string;
  goodFill: string;
  warn: string;
  warnFill: string;
  bad: string;
  badFill: string;
  /** Behind the words that a search found. */
  found: string;
  /** Behind dialogs, and under what floats. */
  scrim: string;
  shadow: string;
}

export const light: Palette = {
  canvas: '#F4F6F9',
  box: '#FFFFFF',
  header: '#F8FAFC',
  border: '#C6CFDB',
  rule: '#EBEFF4',
  text: '#1B2534',
  sub: '#5A6678',
  faint: '#8A95A5',
  litRow: '#E6F0FE',
  hover: '#F1F6FE',
  counterBorder: '#7A879B',
  interfaceHeader: '#0F3D6E',
  consumerHeader: '#2B3648',
  edgeDirect: '#66758A',
  edgeIndirect: '#7B889B',
  path: '#1257C4',
  masked: '#0B7268',
  backflow: '#B8470B',
  personalInfo: '#A3155F',
  bandEven: '#FFFFFF',
  bandOdd: '#ECF0F5',
  bandText: '#445064',
  onAccent: '#FFFFFF',
  good: '#17603F',
  goodFill: '#E3F1EA',
  warn: '#7A4F00',
  warnFill: '#FFF1CC',
  bad: '#A8231B',
  badFill: '#FCE8E6',
  found: '#FFE9AD',
  scrim: '#1B253447',
  shadow: '#1B25343D',
};

export const dark: Palette = {
  canvas: '#10151D',
  box: '#1A212C',
  header: '#202937',
  border: '#3B485A',
  rule: '#273140',
  text: '#E8EDF4',
  sub: '#A3B0C2',
  faint: '#76839A',
  litRow: '#16304F',
  hover: '#202B3A',
  counterBorder: '#6D7B90',
  interfaceHeader: '#1C5A9C',
  consumerHeader: '#4A586E',
  edgeDirect: '#8C9AAF',
  edgeIndirect: '#7D8BA0',
  path: '#6CB0FF',
  masked: '#3FC9B8',
  backflow: '#FF9B57',
  personalInfo: '#FF8AC4',
  bandEven: '#141A23',
  bandOdd: '#181F2A',
  bandText: '#B3BFCF',
  onAccent: '#FFFFFF',
  good: '#7FD8AC',
  goodFill: '#1B3A2D',
  warn: '#F2C84B',
  warnFill: '#3D3213',
  bad: '#FF9A90',
  badFill: '#4A1F1E',
  found: '#5B4A12',
  scrim: '#00000080',
  shadow: '#00000099',
};

export const GRADES = ['CORE', 'IMPORTANT', 'L4', 'L3', 'L2', 'L1'] as const;
export type GradeKey = (typeof GRADES)[number];

export interface GradeToken {
  /** The mark inside the chip: never colour alone. */
  letter: string;
  fill: string;
  text: string;
  bar: string;
}

export const gradesLight: Record<GradeKey, GradeToken> = {
  L1: { letter: 'L1', fill: '#E3F1EA', text: '#17603F', bar: '#5FAE8B' },
  L2: { letter: 'L2', fill: '#D9E9FB', text: '#0C4A8C', bar: '#4D93DE' },
  L3: { letter: 'L3', fill: '#FFE7A8', text: '#664400', bar: '#E0A500' },
  L4: { letter: 'L4', fill: '#C8420B', text: '#FFFFFF', bar: '#C8420B' },
  IMPORTANT: { letter: '重', fill: '#7A1FA0', text: '#FFFFFF', bar: '#7A1FA0' },
  CORE: { letter: '核', fill: '#1C1326', text: '#FFD35C', bar: '#1C1326' },
};

export const gradesDark: Record<GradeKey, GradeToken> = {
  L1: { letter: 'L1', fill: '#1E4032', text: '#A6E6C6', bar: '#4F9F7B' },
  L2: { letter: 'L2', fill: '#1D3F66', text: '#B5DAFF', bar: '#5AA0EC' },
  L3: { letter: 'L3', fill: '#F2C84B', text: '#3A2600', bar: '#F2C84B' },
  L4: { letter: 'L4', fill: '#F2763A', text: '#2A0C00', bar: '#F2763A' },
  IMPORTANT: { letter: '重', fill: '#CE93EE', text: '#2B0640', bar: '#CE93EE' },
  CORE: { letter: '核', fill: '#FFF3CF', text: '#1C1326', bar: '#FFF3CF' },
};

/** Canvas measures in model pixels. */
export const metrics = {
  boxWidth: 228,
  head: 48,
  row: 26,
  foot: 6,
  radius: 8,
  collapsed: 48,
  compact: 30,
  /** A group box: its name above what it holds. */
  group: 68,
  columnGap: 84,
  groupColumnGap: 150,
  rowGap: 32,
  gradeBar: 4,
  cutCorner: 10,
  backflowLane: 16,
  backflowDrop: 30,
  backflowCorner: 10,
} as const;

export const FONT_STACK =
  '"Noto Sans SC Variable","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';
export const MONO_STACK =
  'ui-monospace,"SFMono-Regular","Cascadia Mono","Noto Sans Mono","DejaVu Sans Mono",monospace';
