import type { DatasetDescription } from '../dataset/index.js';
import type { FieldDescription } from '../field/index.js';
import type {
  Account,
  Authorization,
  BackflowLink,
  Consumer,
  DatasetId,
  Delivery,
  Department,
  FieldId,
  Grading,
  Interface,
  Library,
  UseScene,
  Viewer,
} from '../model/index.js';

// Plausible whole rows; a test pins what it asserts.
let counter = 0;
const next = () => String(++counter).padStart(4, '0');

export const aViewer = (pinned: Partial<Viewer> = {}): Viewer => ({
  account: 'gov-1',
  role: 'GOVERNANCE',
  department: 'DSJ',
  ...pinned,
});

export const aDepartment = (pinned: Partial<Department> = {}): Department => {
  const n = next();
  return {
    code: `DEP-${n}`,
    name: `区第${n}局`,
    shortName: `第${n}局`,
    kind: 'DEPARTMENT',
    partOf: null,
    areaCode: null,
    aliases: [],
    ...pinned,
  };
};

export const aLibrary = (pinned: Partial<Library> = {}): Library => {
  const n = next();
  return { code: `LIB-${n}`, name: `专题库${n}`, kind: 'TOPIC', axis: 'SPACE', description: '', ...pinned };
};

export const aDataset = (pinned: Partial<DatasetDescription> = {}): DatasetDescription => {
  const n = next();
  return {
    namespace: 'postgres://warehouse:5432',
    name: `cn.dwd.t_${n}`,
    title: `数据集${n}`,
    abstract: '',
    layer: 'DWD',
    resourceCode: null,
    theme: null,
    resourceType: null,
    subject: null,
    keywords: [],
    sharingType: 'UNCONDITIONAL',
    sharingCondition: '',
    sharingBasis: '',
    openType: null,
    openCondition: '',
    updateFrequency: 'DAILY',
    dataUpdatedAt: null,
    rowCount: null,
    spatial: null,
    temporal: null,
    contact: null,
    synthetic: true,
    ...pinned,
  };
};

export const aField = (pinned: Partial<FieldDescription> & { dataset: DatasetId }): FieldDescription => {
  const n = next();
  return {
    path: `col_${n}`,
    title: `信息项${n}`,
    description: '',
    type: 'varchar',
    ordinal: 0,
    personalInfo: 'NONE',
    personalInfoKind: null,
    synthetic: true,
    ...pinned,
  };
};

export const aUseScene = (pinned: Partial<UseScene> = {}): UseScene => {
  const n = next();
  return { code: `SCN-${n}`, name: `场景${n}`, kind: 'ONE_STOP_SERVICE', description: '', ...pinned };
};

export const anInterface = (pinned: Partial<Interface> = {}): Interface => {
  const n = next();
  return {
    code: `API-${n}`,
    name: `接口${n}`,
    description: '',
    state: 'IN_USE',
    provider: null,
    scene: null,
    path: `/v1/${n}`,
    method: 'GET',
    windowFrom: 0,
    windowTo: 24,
    dailyQuota: null,
    publishedAt: null,
    synthetic: true,
    ...pinned,
  };
};

export const aConsumer = (pinned: Partial<Consumer> = {}): Consumer => {
  const n = next();
  return {
    code: `APP-${n}`,
    name: `应用${n}`,
    kind: 'APPLICATION',
    operatedBy: null,
    description: '',
    synthetic: true,
    ...pinned,
  };
};

export const anAuthorization = (
  pinned: Partial<Authorization> & { consumer: string; interface: string; fields: FieldId[] },
): Authorization => ({
  code: `AUTH-${next()}`,
  scene: null,
  state: 'AUTHORIZED',
  purpose: '',
  legalBasis: '',
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
  approvedGrade: null,
  ...pinned,
});

export const aBackflowLink = (
  pinned: Partial<BackflowLink> & { from: DatasetId; to: DatasetId; serves: string },
): BackflowLink => ({
  code: `BFL-${next()}`,
  name: '回流链路',
  collected: null,
  state: 'DELIVERING',
  mode: 'TABLE',
  cadence: 'WEEKLY',
  mapping: [],
  regionFilter: '',
  legalBasis: '',
  expiresOn: null,
  ...pinned,
});

export const aDelivery = (pinned: Partial<Delivery> & { link: string }): Delivery => ({
  id: `DLV-${next()}`,
  state: 'LANDED',
  dueOn: '2026-11-01',
  collectedAt: null,
  sentAt: '2026-11-01T01:00:00.000Z',
  landedAt: '2026-11-01T02:00:00.000Z',
  rowsSent: 10,
  rowsLanded: 10,
  rowsRejected: 0,
  note: '',
  ...pinned,
});

export const aGrading = (pinned: Partial<Grading> & { of: FieldId | DatasetId }): Grading => ({
  id: `GRD-${next()}`,
  grade: 'L3',
  state: 'EFFECTIVE',
  influenceObject: 'PERSONAL_RIGHTS',
  degree: 'ORDINARY',
  reason: '含个人信息',
  filedBy: 'DSJ',
  filedAt: '2026-10-01T00:00:00.000Z',
  current: true,
  ...pinned,
});

export const anAccount = (pinned: Partial<Account> & { department: string }): Account => {
  const n = next();
  return { code: `acc-${n}`, name: `账号${n}`, role: 'GOVERNANCE', synthetic: true, ...pinned };
};
