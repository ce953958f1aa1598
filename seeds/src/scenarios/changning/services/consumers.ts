import type { Consumer } from '@yuanliu/graph';
import { SUBDISTRICTS } from '../departments.js';

type Row = readonly [
  code: string,
  name: string,
  kind: Consumer['kind'],
  operatedBy: string,
  description: string,
];

const ROWS: readonly Row[] = [
  ['CS-ZWFW-QYWY', '企业专属网页应用', 'APPLICATION', 'CN-ZWFW', '一网通办企业端。'],
  ['CS-ZWFW-GRZY', '个人主页应用', 'APPLICATION', 'CN-ZWFW', '一网通办个人端。'],
  ['CS-ZWFW-ZSCK', '综合受理窗口', 'SYSTEM', 'CN-ZWFW', '区行政服务中心综合窗口。'],
  ['CS-ZWFW-SSM', '企业随申码核验终端', 'APPLICATION', 'CN-ZWFW', '窗口与现场核验终端。'],
  ['CS-SCJG-JG', '市场监管移动检查', 'APPLICATION', 'CN-SCJG', '现场检查调阅企业与许可。'],
  ['CS-SCJG-SP', '食品安全监管系统', 'SYSTEM', 'CN-SCJG', '餐饮与食品经营监管。'],
  ['CS-LHSR-CC', '餐厨申报小程序', 'APPLICATION', 'CN-LHSR', '产生单位申报入口。'],
  ['CS-LHSR-ZT', '渣土运输监管平台', 'SYSTEM', 'CN-LHSR', '渣土车辆与卸点监管。'],
  ['CS-STHJ-JC', '智慧环保平台', 'SYSTEM', 'CN-STHJ', '扬尘噪声与污染源监管。'],
  ['CS-JGW-GD', '工地监管平台', 'SYSTEM', 'CN-JGW', '在建工地监管。'],
  ['CS-CYZX-YP', '城运一屏', 'APPLICATION', 'CN-CYZX', '城市运行综合大屏。'],
  ['CS-CYZX-FX', '防汛指挥系统', 'SYSTEM', 'CN-CYZX', '防台防汛指挥调度。'],
  ['CS-YJJ-YJ', '应急指挥系统', 'SYSTEM', 'CN-YJJ', '应急处置与人员转移。'],
  ['CS-YJJ-AQ', '安全生产监管系统', 'SYSTEM', 'CN-YJJ', '企业安全风险监管。'],
  ['CS-GDB-MF', '数字民防系统', 'SYSTEM', 'CN-GDB', '民防工程管理。'],
  ['CS-CGZF-BA', '城管办案系统', 'SYSTEM', 'CN-CGZF', '执法案件办理。'],
  ['CS-CGZF-KB', '智慧城管看板', 'APPLICATION', 'CN-CGZF', '案事件综合分析。'],
  ['CS-SGB-DJ', '新兴领域党建看板', 'APPLICATION', 'CN-SGB', '两新组织党建覆盖。'],
  ['CS-ZZB-DJ', '党建信息系统', 'SYSTEM', 'CN-ZZB', '组织与党员管理。'],
  ['CS-MZJ-WL', '为老服务平台', 'APPLICATION', 'CN-MZJ', '主动发现与服务派单。'],
  ['CS-MZJ-BZ', '救助补贴核对系统', 'SYSTEM', 'CN-MZJ', '补贴资格核对。'],
  ['CS-CL-FW', '助残服务系统', 'SYSTEM', 'CN-CL', '残疾人服务资格核验。'],
  ['CS-JYJ-RX', '入学报名系统', 'SYSTEM', 'CN-JYJ', '义务教育入学资格核验。'],
  ['CS-RSJ-JY', '就业服务平台', 'APPLICATION', 'CN-RSJ', '就业帮扶与补贴。'],
  ['CS-WJW-JK', '家庭医生签约系统', 'SYSTEM', 'CN-WJW', '签约居民身份核验。'],
  ['CS-GAF-RK', '实有人口管理系统', 'SYSTEM', 'CN-GAF', '居住登记与核查。'],
  ['CS-FGJ-FW', '房屋租赁管理系统', 'SYSTEM', 'CN-FGJ', '出租房屋登记核验。'],
  ['CS-TCB-ZS', '招商线索平台', 'APPLICATION', 'CN-TCB', '招商与楼宇经济分析。'],
  ['CS-FGW-TJ', '规划分析平台', 'APPLICATION', 'CN-FGW', '人口与公共服务配置分析。'],
  ['CS-SWW-SQ', '商圈运行监测', 'APPLICATION', 'CN-SWW', '商圈客流与业态分析。'],
  ['CS-YBJ-HC', '医保核查系统', 'SYSTEM', 'CN-YBJ', '参保资格核查。'],
  ['CS-TYJR-FW', '退役军人服务系统', 'SYSTEM', 'CN-TYJR', '优抚对象身份核验。'],
  ['CS-SFJ-FY', '公共法律服务平台', 'APPLICATION', 'CN-SFJ', '法律援助申请核验。'],
];

export const consumers: Consumer[] = [
  ...ROWS.map(([code, name, kind, operatedBy, description]) => ({
    code,
    name,
    kind,
    operatedBy,
    description,
    synthetic: true,
  })),
  ...SUBDISTRICTS.map(
    ([code, name]): Consumer => ({
      code: `CS-JZ-${code}`,
      name: `${name}社区治理平台`,
      kind: 'SUBDISTRICT',
      operatedBy: code,
      description: `${name}网格员与居委使用的治理平台。`,
      synthetic: true,
    }),
  ),
];
