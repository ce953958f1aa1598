import type {
  AccessEvent,
  Account,
  Authorization,
  BackflowLink,
  Consumer,
  DatasetId,
  DatasetMetadata,
  DatasetName,
  Delivery,
  Department,
  Exposure,
  FieldId,
  Grade,
  Grading,
  Interface,
  Library,
  PersonalInfo,
  SourceSystem,
  UseScene,
} from '@yuanliu/graph';

/** A field as the catalogue is told of it; `grade` is what its grading files, null = not graded. */
export interface SeedField {
  id: FieldId;
  dataset: DatasetId;
  path: string;
  ordinal: number;
  type: string;
  title: string;
  description: string;
  grade: Grade | null;
  personalInfo: PersonalInfo;
  personalInfoKind: string | null;
  synthetic: boolean;
}

export interface SeedDataset extends DatasetName, DatasetMetadata {
  id: DatasetId;
  /** Table name without schema: how jobs and services of this scenario refer to it. */
  key: string;
  provider: string;
  library: string;
  source: string;
  fields: SeedField[];
}

export interface SeedJob {
  name: string;
  title: string;
  /** Keys of datasets. */
  inputs: string[];
  output: string;
  /** null = only the tables are known. */
  sql: string | null;
  /** Days before now on which the job first ran. */
  since: number;
  /** How it worked at first, and how many days before now it changed to what it is; null = it never changed. */
  before: { sql: string; until: number } | null;
}

/** Everything that a demonstration writes, as plain values. */
export interface Scenario {
  name: string;
  now: number;
  departments: Department[];
  libraries: Library[];
  sourceSystems: SourceSystem[];
  datasets: SeedDataset[];
  jobs: SeedJob[];
  scenes: UseScene[];
  interfaces: Interface[];
  exposures: Exposure[];
  consumers: Consumer[];
  authorizations: Authorization[];
  links: BackflowLink[];
  deliveries: Delivery[];
  gradings: Grading[];
  accounts: Account[];
  accessEvents(): Generator<AccessEvent>;
}
