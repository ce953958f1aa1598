import type { Role } from '@/lib/api/gql/graphql';

export type Block = 'grades' | 'interfaces' | 'calls' | 'backflow' | 'freshness' | 'changes';

const ORDER: Record<Role, readonly Block[]> = {
  GOVERNANCE: ['grades', 'interfaces', 'backflow', 'freshness', 'calls', 'changes'],
  APPLICATION: ['interfaces', 'calls', 'freshness', 'changes', 'grades'],
  AUDITOR: ['calls', 'interfaces', 'grades', 'changes', 'freshness'],
  SUBDISTRICT: ['backflow', 'freshness', 'changes', 'grades'],
  OPERATIONS: ['calls', 'freshness', 'interfaces', 'backflow', 'changes', 'grades'],
};

/** The blocks of a role's work, the nearest first. */
export const blocksOf = (role: Role): readonly Block[] => ORDER[role];
