import { GRADES, type GradeKey } from '@/ui/tokens';

interface Read {
  interface: { id: string };
  grade: GradeKey | null;
  fields: readonly { id: string; personalInfo: string }[];
}

/** What all reads of a consumer come to, a field that two interfaces give out counted once. */
export function readSummary(reads: readonly Read[]) {
  const fields = new Map(reads.flatMap((read) => read.fields.map((field) => [field.id, field] as const)));
  return {
    interfaces: new Set(reads.map((read) => read.interface.id)).size,
    fields: fields.size,
    sensitive: [...fields.values()].filter(({ personalInfo }) => personalInfo === 'SENSITIVE').length,
    /** The strictest, null when nothing is graded. */
    grade: GRADES.find((grade) => reads.some((read) => read.grade === grade)) ?? null,
  };
}
