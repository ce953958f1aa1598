import type { GradeKey } from '@/ui/tokens';

/** The parts of the API's answers that the picture is made of; the queries in `lineage.graphql` give exactly these. */

export type Ring = 'CLEARTEXT' | 'MASKED' | 'INFLUENCED';
export const RING_ORDER: readonly Ring[] = ['CLEARTEXT', 'MASKED', 'INFLUENCED'];

export type VertexKind = 'FIELD' | 'DATASET' | 'INTERFACE' | 'CONSUMER';
export type PersonalInfo = 'NONE' | 'GENERAL' | 'SENSITIVE';
export type Side = 'up' | 'down';

export interface NodeFacts {
  id: string;
  kind: VertexKind;
  label: string;
  name: string;
  datasetId?: string | null;
  departmentCode?: string | null;
  departmentName?: string | null;
  layer?: string | null;
  grade?: GradeKey | null;
  personalInfo?: PersonalInfo | null;
  distance: number;
  ring: Ring;
  viaBackflow: boolean;
  coarse: boolean;
  upstreamCount: number;
  downstreamCount: number;
  fieldCount?: number | null;
  state?: string | null;
  libraryCode?: string | null;
  libraryName?: string | null;
}

export type Cadence =
  | 'REALTIME'
  | 'DAILY'
  | 'WEEKLY'
  | 'TEN_DAYS'
  | 'MONTHLY'
  | 'QUARTERLY'
  | 'HALF_YEARLY'
  | 'YEARLY'
  | 'IRREGULAR'
  | 'NEVER';

export interface EdgeFacts {
  id: string;
  from: string;
  to: string;
  kind: 'DIRECT' | 'INDIRECT';
  subtype?: string | null;
  masking?: string | null;
  reversible: boolean;
  backflow: boolean;
  coarse: boolean;
  role: 'FLOW' | 'EXPOSES' | 'AUTHORIZES';
  /** Backflow: code of the link, and how often it delivers. */
  backflowLink?: string | null;
  cadence?: Cadence | null;
}

export interface CompletenessFacts {
  complete: boolean;
  reason?: string | null;
  snapshotVersion: number;
  latestVersion: number;
  hiddenNodes: number;
}

export interface LineageAnswer {
  start: NodeFacts;
  nodes: readonly NodeFacts[];
  /** The datasets of all fields among the nodes. */
  datasets?: readonly NodeFacts[];
  edges: readonly EdgeFacts[];
  completeness: CompletenessFacts;
  upstreamTotal: number;
  downstreamTotal: number;
}

/** What the picture wants to know of a box beyond the lineage answer; every part may come later. */
export interface BoxFacts {
  id: string;
  label?: string;
  name?: string;
  departmentCode?: string | null;
  departmentName?: string | null;
  layer?: string | null;
  libraryCode?: string | null;
  libraryName?: string | null;
  grade?: GradeKey | null;
  personalInfo?: PersonalInfo | null;
  fieldCount?: number | null;
  /** Boxes directly linked on each side, in the picture or not. */
  upBoxes?: number;
  downBoxes?: number;
  /** Interfaces: the name under which a field is given out, by field id. */
  aliases?: ReadonlyMap<string, string>;
  /** Datasets whose rows were opened: all their fields. */
  fields?: readonly FieldFacts[];
}

export interface FieldFacts {
  id: string;
  label: string;
  name: string;
  grade: GradeKey | null;
  personalInfo: PersonalInfo;
  upstreamCount: number;
  downstreamCount: number;
}
