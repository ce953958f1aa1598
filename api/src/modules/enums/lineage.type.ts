import type * as model from '@yuanliu/graph';
import type { LineageEdgeRole as RoleOfEdge, VertexRef } from '@yuanliu/graph/lineage-index';
import type { z } from 'zod';
import { enumOf } from '../../enum-of.js';

type Values<Z extends z.ZodType> = Record<z.infer<Z> & string, string>;

export const EdgeKind = enumOf('EdgeKind', 'Kind of a lineage edge (OpenLineage column lineage 1-2-0).', {
  DIRECT: 'Values flow: moved or transformed.',
  INDIRECT: 'Decides which rows or which order; its values are not there.',
} satisfies Values<typeof model.EdgeKind>);

export const EdgeSubtype = enumOf('EdgeSubtype', 'How a value flows or influences.', {
  IDENTITY: 'Copied as it is.',
  TRANSFORMATION: 'Computed from one row.',
  AGGREGATION: 'Computed from many rows.',
  JOIN: 'Decides which rows meet.',
  FILTER: 'Decides which rows stay.',
  GROUP_BY: 'Decides which rows are counted together.',
  SORT: 'Decides the order.',
  WINDOW: 'Decides the window of a window function.',
  CONDITIONAL: 'Decides between values.',
} satisfies Values<typeof model.EdgeSubtype>);

export const EdgeOrigin = enumOf('EdgeOrigin', 'Who says so.', {
  OBSERVED: 'An event of a run.',
  PARSED: 'Read from SQL.',
  DECLARED: 'A person.',
  IMPORTED: 'A file or another system.',
} satisfies Values<typeof model.EdgeOrigin>);

export const MaskingMethod = enumOf('MaskingMethod', 'How values are hidden (脱敏方法).', {
  HASH: '哈希',
  COVER: '遮盖',
  REPLACE_MAP: '映射替换（可逆）',
  REPLACE_RANDOM: '随机替换',
  ROUND: '取整',
  SHIFT: '偏移',
  ENCRYPT: '加密（可逆）',
  TOKENIZE: '令牌化（可逆）',
  FORMAT_PRESERVE: '保留格式加密（可逆）',
  SHUFFLE: '洗牌',
  DELETE: '删除',
  KEYWORD_REPLACE: '关键字替换',
  K_ANON: 'K-匿名',
  UNKNOWN: '已脱敏，方法未说明',
} satisfies Values<typeof model.MaskingMethod>);

export const Ring = enumOf('Ring', 'What "derived from" means; every reached thing is in exactly one ring.', {
  CLEARTEXT: '明文：the values themselves, moved or transformed.',
  MASKED: '脱敏：irreversibly masked on every direct path.',
  INFLUENCED: '影响：reached only through something that decides rows or order.',
} satisfies Values<typeof model.Ring>);

export const Direction = enumOf('Direction', 'Which way to follow the lineage.', {
  UPSTREAM: 'Where it comes from.',
  DOWNSTREAM: 'Where it goes.',
  BOTH: 'Both ways.',
} satisfies Values<typeof model.Direction>);

export const VertexKind = enumOf('VertexKind', 'Kind of a thing in the lineage.', {
  FIELD: '字段',
  DATASET: '数据集',
  INTERFACE: '接口',
  CONSUMER: '使用方',
} satisfies Record<VertexRef['kind'], string>);

export const LineageEdgeRole = enumOf('LineageEdgeRole', 'What a line of the picture stands for.', {
  FLOW: 'Data flow between fields or datasets.',
  EXPOSES: 'An interface gives out a field.',
  AUTHORIZES: 'A consumer may call an interface.',
} satisfies Record<RoleOfEdge, string>);
