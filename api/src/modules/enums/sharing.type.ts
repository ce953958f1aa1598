import type * as model from '@yuanliu/graph';
import type { z } from 'zod';
import { enumOf } from '../../enum-of.js';

type Values<Z extends z.ZodType> = Record<z.infer<Z> & string, string>;

export const InterfaceState = enumOf('InterfaceState', 'Life cycle of an interface.', {
  REGISTERED: '已注册',
  IN_REVIEW: '审核中',
  PUBLISHED: '已发布',
  IN_USE: '使用中',
  SUSPENDED: '已中断',
  RECLAIMED: '已回收',
  UNPUBLISHED: '已下架',
  DEREGISTERED: '已注销',
} satisfies Values<typeof model.InterfaceState>);

export const ConsumerKind = enumOf('ConsumerKind', 'Kind of consumer.', {
  APPLICATION: '应用',
  SYSTEM: '系统',
  UNIT: '单位',
  SUBDISTRICT: '街镇',
} satisfies Values<typeof model.ConsumerKind>);

export const AuthorizationState = enumOf('AuthorizationState', 'State of an authorisation.', {
  AUTHORIZED: '已授权',
  EXPIRING: '即将到期',
  RENEWED: '已续期',
  EXPIRED: '已到期',
  SUSPENDED: '已中断',
  REVOKED: '已撤销',
} satisfies Values<typeof model.AuthorizationState>);

export const SceneKind = enumOf('SceneKind', 'Kind of use scene.', {
  ONE_STOP_SERVICE: '一网通办',
  UNIFIED_MANAGEMENT: '一网统管',
  GRASS_ROOTS: '基层治理',
  PARTY_BUILDING: '党建引领',
} satisfies Values<typeof model.SceneKind>);

export const BackflowState = enumOf('BackflowState', 'State of a backflow link.', {
  PLANNED: '规划',
  REQUESTED: '已申请',
  AUTHORIZED: '区域授权',
  DELIVERING: '回流中',
  LANDED: '已落地',
  OVERDUE: '逾期',
  BROKEN: '中断',
  STOPPED: '停用',
} satisfies Values<typeof model.BackflowState>);

export const BackflowMode = enumOf('BackflowMode', 'How data come back.', {
  TABLE: '库表',
  FILE: '文件',
  API: '接口',
  LANDED_COPY: '落地副本',
} satisfies Values<typeof model.BackflowMode>);

export const DeliveryState = enumOf('DeliveryState', 'State of one delivery.', {
  SENT: '已下发',
  LANDED: '已落地',
  PARTIAL: '部分落地',
  FAILED: '失败',
} satisfies Values<typeof model.DeliveryState>);

export const GradingState = enumOf('GradingState', 'State of a filing of a grade.', {
  UNGRADED: '未定级',
  PROPOSED: '已拟定',
  UNIT_CONFIRMED: '单位确认',
  BUREAU_REVIEW: '数据局审核',
  EFFECTIVE: '生效',
  RETURNED: '退回',
  REOPENED: '重新定级',
  CITY_REPORTED: '已上报',
} satisfies Values<typeof model.GradingState>);

export const Role = enumOf('Role', 'What an account does here.', {
  GOVERNANCE: '数据治理',
  APPLICATION: '应用开发',
  AUDITOR: '审计',
  SUBDISTRICT: '街镇',
  OPERATIONS: '运维',
} satisfies Values<typeof model.Role>);

export const InterfaceSort = enumOf('InterfaceSort', 'Order of a list of interfaces.', {
  NAME: 'By name.',
  GRADE: 'Lowest grade exposed first.',
  CALLS: 'Fewest calls in 30 days first.',
  LAST_CALL: 'The one called longest ago first; never called before all.',
  IDLE: 'Least idle first; never called last.',
  CONSUMERS: 'Fewest consumers first.',
} satisfies Values<typeof model.InterfaceSort>);
