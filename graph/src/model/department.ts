import { z } from 'zod';
import { DepartmentKind } from './enums.js';
import { Code } from './ids.js';
import { Day, Title } from './primitives.js';

/** A former or other name of a department with the days it was valid (reforms merge and rename). */
export const DepartmentAlias = z.object({ name: Title, from: Day.nullable(), to: Day.nullable() });

/** 委办局、街镇、区、市: who provides and who consumes. */
export const Department = z.object({
  code: Code,
  name: Title,
  shortName: Title,
  kind: DepartmentKind,
  partOf: Code.nullable(),
  /** Administrative code, such as 310105001, for districts and sub-districts. */
  areaCode: z.string().nullable(),
  aliases: z.array(DepartmentAlias),
});
export type Department = z.infer<typeof Department>;
