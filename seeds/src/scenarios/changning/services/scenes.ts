import type { UseScene } from '@yuanliu/graph';

type Row = readonly [code: string, name: string, kind: UseScene['kind'], description: string];

const ROWS: readonly Row[] = [
  ['SC-QYWY', '企业专属网页', 'ONE_STOP_SERVICE', '按企业画像匹配政策、提醒到期证照，一企一页。'],
  ['SC-CCFQ', '餐厨废弃物申报', 'ONE_STOP_SERVICE', '复用登记与许可信息，企业少填少跑，申报收运自动比对。'],
  ['SC-SSM', '企业随申码', 'ONE_STOP_SERVICE', '亮码办事、扫码核验，现场检查调阅证照与信用提示。'],
  ['SC-FTFX', '防台防汛', 'UNIFIED_MANAGEMENT', '点位、水深、雨量与处置资源联动，预警到责任人。'],
  ['SC-ZHHB', '智慧环保', 'UNIFIED_MANAGEMENT', '扬尘噪声、渣土运输与工地联动监管。'],
  ['SC-SZMF', '数字民防', 'UNIFIED_MANAGEMENT', '民防工程一张图与检查整改闭环。'],
  ['SC-ZHCG', '智慧城管', 'UNIFIED_MANAGEMENT', '案件与网格事件联动，识别屡犯与高发。'],
  ['SC-XXDJ', '新兴领域党建', 'PARTY_BUILDING', '楼宇、园区、商圈党建覆盖看板，按月上报。'],
  ['SC-JCRF', '基层人房治理', 'GRASS_ROOTS', '采集、上报、返还、落地、核对的闭环。'],
  ['SC-WLFW', '为老服务主动发现', 'GRASS_ROOTS', '独居高龄老人主动发现与补贴核对。'],
  ['SC-ZWBJ', '一网通办办件服务', 'ONE_STOP_SERVICE', '办件进度、个人主页与证照调用。'],
  ['SC-CYTS', '城运综合态势', 'UNIFIED_MANAGEMENT', '人口、热线与事件的综合态势。'],
];

export const scenes: UseScene[] = ROWS.map(([code, name, kind, description]) => ({
  code,
  name,
  kind,
  description,
}));
