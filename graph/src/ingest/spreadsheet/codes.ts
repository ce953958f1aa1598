/** Words that a cell may hold for a code: the first of each stands in the template, the code itself is taken as well. */
export type CodeWords<C extends string = string> = Readonly<
  Record<C, { zh: readonly [string, ...string[]]; en: string }>
>;

const word = (en: string, ...zh: [string, ...string[]]) => ({ zh, en });

export const LAYER = {
  SOURCE: word('Source', '源头', '源系统'),
  ODS: word('ODS', 'ODS', '贴源层'),
  DWD: word('DWD', 'DWD', '明细层'),
  DWS: word('DWS', 'DWS', '汇总层'),
  ADS: word('ADS', 'ADS', '应用层'),
  LANDING: word('Landing', '落地', '落地层', '回流落地'),
};
export const RESOURCE_TYPE = {
  BASE: word('Base', '基础', '基础类', '基础信息资源'),
  THEME: word('Theme', '主题', '主题类', '主题信息资源'),
  DEPARTMENT: word('Department', '部门', '部门类', '部门信息资源'),
};
export const SUBJECT = {
  PERSON: word('Natural persons', '自然人', '个人'),
  LEGAL_PERSON: word('Legal persons', '法人'),
  SPACE: word('Space', '空间地理', '空间'),
  MIXED: word('Mixed', '混合'),
};
export const SHARING_TYPE = {
  UNCONDITIONAL: word('Unconditional', '无条件共享'),
  CONDITIONAL: word('Conditional', '有条件共享'),
  NOT_SHARED: word('Not shared', '不予共享'),
};
export const OPEN_TYPE = {
  UNCONDITIONAL: word('Unconditional', '无条件开放'),
  CONDITIONAL: word('Conditional', '有条件开放'),
  NOT_OPEN: word('Not open', '不予开放', '不开放'),
};
export const UPDATE_FREQUENCY = {
  REALTIME: word('Real time', '实时'),
  DAILY: word('Daily', '每日', '日', '每天'),
  WEEKLY: word('Weekly', '每周', '周'),
  TEN_DAYS: word('Every ten days', '每旬', '旬'),
  MONTHLY: word('Monthly', '每月', '月'),
  QUARTERLY: word('Quarterly', '每季度', '季度', '每季'),
  HALF_YEARLY: word('Half-yearly', '每半年', '半年'),
  YEARLY: word('Yearly', '每年', '年'),
  IRREGULAR: word('Irregular', '不定期'),
  NEVER: word('Never', '不更新', '一次性'),
};
export const SECRECY = { NON_SECRET: word('Not secret', '非涉密'), SECRET: word('Secret', '涉密') };
export const YES_NO = { YES: word('Yes', '是'), NO: word('No', '否') };
export const GRADE = {
  CORE: word('Core', '核心', '核心数据'),
  IMPORTANT: word('Important', '重要', '重要数据'),
  L4: word('L4', 'L4', '4级', '四级'),
  L3: word('L3', 'L3', '3级', '三级'),
  L2: word('L2', 'L2', '2级', '二级'),
  L1: word('L1', 'L1', '1级', '一级'),
};
export const PERSONAL_INFO = {
  NONE: word('None', '无', '否', '非个人信息'),
  GENERAL: word('General', '一般', '一般个人信息'),
  SENSITIVE: word('Sensitive', '敏感', '敏感个人信息'),
};
/** Data types of the guide on compiling catalogues (domain §4). */
export const DATA_TYPE = {
  C: word('Text', '字符型', '字符型 C', '字符串型', '字符'),
  N: word('Numeric', '数值型', '数值型 N', '数字型'),
  Y: word('Money', '货币型', '货币型 Y'),
  D: word('Date', '日期型', '日期型 D', '日期'),
  T: word('Date and time', '日期时间型', '日期时间型 T', '时间型'),
  L: word('Logic', '逻辑型', '逻辑型 L', '布尔型'),
  M: word('Memo', '备注型', '备注型 M', '文本型'),
  G: word('General', '通用型', '通用型 G'),
  B: word('Double', '双精度型', '双精度型 B'),
  I: word('Integer', '整型', '整型 I', '整数型'),
  F: word('Float', '浮点型', '浮点型 F'),
};
/** National themes (domain §4): the words are the codes. */
export const THEMES =
  '综合政务 经济管理 国土资源能源 工业交通 信息产业 城乡建设环境保护 农业水利 财政 商业贸易 旅游服务业 气象水文测绘地震 对外事务 政法监察 科技教育 文化卫生体育 军事国防 劳动人事 民政社区 文秘行政 综合党团'.split(
    ' ',
  );
export const THEME: CodeWords = Object.fromEntries(THEMES.map((theme) => [theme, word(theme, theme)]));

export const EDGE_KIND = { DIRECT: word('Direct', '直接'), INDIRECT: word('Indirect', '间接') };
export const EDGE_SUBTYPE = {
  IDENTITY: word('Identity', '原样', '直接引用', '照搬'),
  TRANSFORMATION: word('Transformation', '转换', '加工'),
  AGGREGATION: word('Aggregation', '聚合', '汇总'),
  JOIN: word('Join', '关联', '连接'),
  FILTER: word('Filter', '过滤', '筛选'),
  GROUP_BY: word('Group by', '分组'),
  SORT: word('Sort', '排序'),
  WINDOW: word('Window', '窗口'),
  CONDITIONAL: word('Conditional', '条件', '条件判断'),
};
export const MASKING = {
  HASH: word('Hash', '哈希', '散列', '摘要'),
  COVER: word('Cover', '遮盖', '掩码', '遮蔽'),
  REPLACE_MAP: word('Replace by a map', '映射替换'),
  REPLACE_RANDOM: word('Replace at random', '随机替换'),
  ROUND: word('Round', '取整'),
  SHIFT: word('Shift', '偏移'),
  ENCRYPT: word('Encrypt', '加密'),
  TOKENIZE: word('Tokenise', '令牌化'),
  FORMAT_PRESERVE: word('Format-preserving encryption', '保格式加密'),
  SHUFFLE: word('Shuffle', '洗牌', '重排'),
  DELETE: word('Delete', '删除', '置空'),
  KEYWORD_REPLACE: word('Replace keywords', '关键字替换'),
  K_ANON: word('K-anonymity', 'K匿名', 'K-匿名'),
  UNKNOWN: word('Method unknown', '方法不明', '未知'),
};
