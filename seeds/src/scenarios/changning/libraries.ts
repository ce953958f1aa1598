import type { Library } from '@yuanliu/graph';

type Row = readonly [code: string, name: string, axis: Library['axis'], description: string];

const BASE: readonly Row[] = [
  [
    'B-RK',
    '自然人基础库',
    'NATURAL_PERSON',
    '实有人口、户籍与人员主档，按“一数一源”由公安分局和街镇共同维护。',
  ],
  ['B-FR', '法人基础库', 'LEGAL_PERSON', '企业、个体工商户、社会组织的登记与主档。'],
  ['B-KJ', '空间地理基础库', 'SPACE', '行政区划、街镇、居委、网格与地理要素。'],
  ['B-FW', '房屋要素库', 'SPACE', '实有房屋、小区与不动产权属摘要。'],
  ['B-DZ', '标准地址库', 'SPACE', '统一地址编码及其与房屋、网格的挂接。'],
  ['B-ZZ', '电子证照库', 'LEGAL_PERSON', '电子证照目录与证照状态。'],
  ['B-XY', '社会信用库', 'LEGAL_PERSON', '行政许可、行政处罚等信用信息。'],
  ['B-GZ', '物联感知要素库', 'SPACE', '雨量、水位、积水、扬尘、噪声等感知设备与读数。'],
];
const TOPIC: readonly Row[] = [
  ['T-QYWY', '企业专属网页专题库', 'LEGAL_PERSON', '面向企业的政策匹配、办件与提醒。'],
  ['T-CCFQ', '餐厨废弃物专题库', 'LEGAL_PERSON', '餐厨废弃物申报、收运与处置。'],
  ['T-SSM', '企业随申码专题库', 'LEGAL_PERSON', '企业随申码及其核验应用。'],
  ['T-FTFX', '防台防汛专题库', 'SPACE', '易积水点位、雨情水情与处置资源。'],
  ['T-ZHHB', '智慧环保专题库', 'SPACE', '扬尘噪声、空气质量与污染源监管。'],
  ['T-SZMF', '数字民防专题库', 'SPACE', '民防工程及其检查维护。'],
  ['T-ZHCG', '智慧城管专题库', 'SPACE', '城管执法案件与网格事件。'],
  ['T-XXDJ', '新兴领域党建专题库', 'LEGAL_PERSON', '楼宇、园区、商圈的党建覆盖。'],
  ['T-JCRF', '基层人房专题库', 'NATURAL_PERSON', '街镇采集、上报与返还的人房关联。'],
  ['T-ZTYS', '渣土运输专题库', 'SPACE', '渣土车辆、轨迹、工地与卸点。'],
  ['T-SMRX', '市民热线专题库', 'NATURAL_PERSON', '12345 工单与投诉热点。'],
  ['T-SPAQ', '食品安全专题库', 'LEGAL_PERSON', '食品经营、抽检、检查与处罚。'],
  ['T-WLZC', '为老助残专题库', 'NATURAL_PERSON', '老年人、残疾人补贴与服务。'],
  ['T-ZWBJ', '政务办件专题库', 'NATURAL_PERSON', '行政审批办件与效能。'],
  ['T-AQFX', '企业安全风险专题库', 'LEGAL_PERSON', '许可、处罚、投诉融合的风险画像。'],
];

const library =
  (kind: Library['kind']) =>
  ([code, name, axis, description]: Row): Library => ({ code, name, kind, axis, description });

/** 8 base-element libraries and 15 topic libraries on the three axes. */
export const libraries: Library[] = [...BASE.map(library('BASE')), ...TOPIC.map(library('TOPIC'))];
