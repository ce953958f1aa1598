import type { Account } from '@yuanliu/graph';

type Row = readonly [code: string, name: string, role: Account['role'], department: string];

const ROWS: readonly Row[] = [
  ['demo-governance', '区数据局·治理专员', 'GOVERNANCE', 'CN-SJJ'],
  ['demo-reviewer', '区数据局·定级审核', 'GOVERNANCE', 'CN-SJJ'],
  ['demo-application', '区政务服务办·应用团队', 'APPLICATION', 'CN-ZWFW'],
  ['demo-application-cyzx', '区城运中心·应用团队', 'APPLICATION', 'CN-CYZX'],
  ['demo-auditor', '区数据局·安全审计', 'AUDITOR', 'CN-SJJ'],
  ['demo-auditor-wxb', '区委网信办·监督检查', 'AUDITOR', 'CN-WXB'],
  ['demo-subdistrict', '华阳路街道·数据专员', 'SUBDISTRICT', '310105001'],
  ['demo-subdistrict-xjz', '新泾镇·数据专员', 'SUBDISTRICT', '310105102'],
  ['demo-operations', '区数据发展中心·平台运维', 'OPERATIONS', 'CN-SJZX'],
];

/** Roles, not persons. */
export const accounts: Account[] = ROWS.map(([code, name, role, department]) => ({
  code,
  name,
  role,
  department,
  synthetic: true,
}));
