import { SUBDISTRICTS } from '../departments.js';

/** Shape of a consumer's day. */
export type Rhythm = 'office' | 'allday' | 'batch' | 'field';

/** A grant as it is written down, with the traffic that it carries. */
export interface Grant {
  interface: string;
  consumer: string;
  /** Calls on a working day; 0 = never called. */
  daily: number;
  rhythm: Rhythm;
  /** Columns covered; absent = all that the interface exposes. */
  cover?: string;
  /** Columns really read, when not what is covered: over-scope use. */
  reads?: string;
  /** Days from now to the first day on which it no longer holds; negative = expired. */
  until?: number;
  state?: 'SUSPENDED' | 'REVOKED' | 'RENEWED';
  scene?: string;
  rows?: readonly [number, number];
}

const grant = (
  code: string,
  consumer: string,
  daily: number,
  rhythm: Rhythm = 'office',
  more: Partial<Grant> = {},
): Grant => ({ interface: `IF-${code}`, consumer: `CS-${consumer}`, daily, rhythm, ...more });

export const grants: Grant[] = [
  grant('QY-001', 'ZWFW-QYWY', 520, 'allday'),
  grant('QY-001', 'TCB-ZS', 40, 'office', { cover: 'tyshxydm qymc zcbq' }),
  grant('QY-002', 'ZWFW-QYWY', 310),
  grant('QY-002', 'ZWFW-ZSCK', 260),
  grant('QY-002', 'SCJG-JG', 190, 'field'),
  grant('QY-002', 'CGZF-BA', 75, 'office', { until: 24 }),
  // Over scope: granted for matching, but legal representatives and telephones are read as well.
  grant('QY-002', 'TCB-ZS', 95, 'office', {
    cover: 'tyshxydm qymc zczb clrq hydm',
    reads: 'tyshxydm qymc zczb clrq hydm frxm frzjhm lxdh',
    rows: [20, 80],
  }),
  grant('QY-003', 'SWW-SQ', 60, 'batch', { rows: [200, 900] }),
  grant('QY-003', 'FGW-TJ', 25, 'batch', { rows: [200, 900] }),
  grant('QY-004', 'ZWFW-QYWY', 180),
  grant('QY-004', 'SCJG-SP', 150, 'field'),
  grant('QY-004', 'LHSR-CC', 90),
  grant('QY-005', 'ZWFW-QYWY', 120),
  grant('CC-001', 'SCJG-SP', 45),
  grant('CC-001', 'LHSR-CC', 210, 'allday'),
  grant('CC-002', 'LHSR-CC', 70, 'batch', { rows: [50, 200] }),
  grant('CC-003', 'LHSR-CC', 40),
  grant('CC-003', 'CGZF-BA', 22, 'office', { until: -35 }),
  grant('SSM-001', 'ZWFW-SSM', 780, 'allday'),
  grant('SSM-001', 'SCJG-JG', 240, 'field'),
  grant('SSM-002', 'ZWFW-SSM', 110),
  grant('SSM-002', 'FGW-TJ', 12, 'batch', { until: -120 }),
  grant('FX-001', 'CYZX-FX', 64),
  grant('FX-001', 'JGW-GD', 18),
  grant('FX-002', 'CYZX-FX', 430, 'allday', { rows: [30, 64] }),
  grant('FX-002', 'YJJ-YJ', 160, 'allday', { rows: [30, 64] }),
  grant('FX-003', 'CYZX-FX', 210, 'allday', { rows: [10, 64] }),
  grant('FX-003', 'CYZX-YP', 120, 'allday', { rows: [10, 64] }),
  grant('FX-004', 'YJJ-YJ', 16, 'office', { rows: [20, 120] }),
  grant('FX-004', 'CYZX-FX', 9, 'office', { until: 18, rows: [20, 120] }),
  grant('HB-001', 'STHJ-JC', 380, 'allday', { rows: [50, 214] }),
  grant('HB-001', 'JGW-GD', 140, 'allday', { rows: [20, 100] }),
  grant('HB-002', 'STHJ-JC', 150, 'allday'),
  grant('HB-002', 'JGW-GD', 60, 'allday'),
  grant('HB-003', 'LHSR-ZT', 130),
  grant('HB-003', 'CGZF-BA', 85),
  grant('HB-004', 'LHSR-ZT', 95, 'allday', { rows: [100, 600] }),
  grant('HB-004', 'CGZF-BA', 30, 'office', { until: -12, rows: [100, 600] }),
  grant('MF-001', 'GDB-MF', 36),
  grant('MF-002', 'GDB-MF', 0),
  grant('CG-001', 'CGZF-BA', 170),
  grant('CG-001', 'SFJ-FY', 14, 'office', { cover: 'ah ay ajzt', until: -60 }),
  grant('CG-002', 'CGZF-KB', 90, 'office', { rows: [40, 160] }),
  grant('CG-002', 'CYZX-YP', 48, 'allday', { rows: [40, 160] }),
  grant('CG-003', 'CYZX-YP', 330, 'allday', { rows: [10, 60] }),
  grant('CG-003', 'CGZF-KB', 110, 'office', { rows: [10, 60] }),
  grant('CG-004', 'CGZF-KB', 0),
  grant('DJ-001', 'SGB-DJ', 34),
  grant('DJ-001', 'ZZB-DJ', 20),
  grant('DJ-002', 'SGB-DJ', 28, 'office', { until: 12 }),
  grant('DJ-002', 'ZZB-DJ', 40),
  grant('RK-001', 'ZWFW-ZSCK', 420),
  grant('RK-001', 'WJW-JK', 260),
  grant('RK-001', 'JYJ-RX', 35),
  grant('RK-001', 'RSJ-JY', 120),
  grant('RK-001', 'TYJR-FW', 30),
  grant('RK-001', 'YBJ-HC', 90, 'office', { until: -8 }),
  grant('RK-002', 'GAF-RK', 240),
  grant('RK-002', 'MZJ-BZ', 130),
  grant('RK-002', 'FGJ-FW', 85),
  grant('RK-002', 'CL-FW', 32),
  grant('RK-003', 'GAF-RK', 160),
  grant('RK-003', 'FGJ-FW', 110),
  grant('RK-003', 'JYJ-RX', 40, 'office', { until: -3 }),
  grant('RK-003', 'SFJ-FY', 0, 'office', { state: 'REVOKED', until: -90 }),
  grant('RK-004', 'FGW-TJ', 22, 'batch', { rows: [2_000, 9_000] }),
  grant('RK-004', 'SWW-SQ', 14, 'batch', { rows: [2_000, 9_000], until: -45 }),
  grant('RK-005', 'CYZX-YP', 96, 'allday', { rows: [10, 10] }),
  grant('RK-005', 'FGW-TJ', 18, 'office', { rows: [10, 10] }),
  grant('RK-006', 'ZWFW-ZSCK', 0, 'office', { state: 'SUSPENDED' }),
  grant('WL-001', 'MZJ-WL', 145, 'office', { rows: [1, 30] }),
  grant('WL-001', 'CL-FW', 20, 'office', { rows: [1, 30], until: 28 }),
  grant('ZW-001', 'ZWFW-GRZY', 640, 'allday'),
  grant('ZW-001', 'ZWFW-ZSCK', 210),
  grant('ZW-002', 'ZWFW-GRZY', 590, 'allday'),
  grant('ZW-003', 'ZWFW-GRZY', 300, 'allday'),
  grant('ZW-003', 'ZWFW-QYWY', 170),
  grant('RX-001', 'CYZX-YP', 80, 'allday', { rows: [20, 90] }),
  grant('AQ-001', 'YJJ-AQ', 66, 'office', { rows: [1, 40] }),
  grant('AQ-001', 'SCJG-JG', 38, 'field', { until: -20 }),
  grant('CY-001', 'CYZX-YP', 140, 'allday', { rows: [10, 10] }),
  ...SUBDISTRICTS.flatMap(([code], i) => [
    grant(`DC-${code}`, `JZ-${code}`, code === '310105010' ? 4 : 60 + ((i * 37) % 50), 'office', {
      rows: [1, 12],
    }),
    grant('JC-001', `JZ-${code}`, 24 + ((i * 11) % 20), 'office', { rows: [5, 40] }),
    ...(i % 3 === 0 ? [grant('WL-001', `JZ-${code}`, 18, 'office', { rows: [1, 20] })] : []),
  ]),
];
