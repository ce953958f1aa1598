import { z } from 'zod';
import { LibraryAxis, LibraryKind } from './enums.js';
import { Code } from './ids.js';
import { Prose, Title } from './primitives.js';

/** 基础要素库 or 业务场景专题库 on one of the three axes. */
export const Library = z.object({
  code: Code,
  name: Title,
  kind: LibraryKind,
  axis: LibraryAxis,
  description: Prose,
});
export type Library = z.infer<typeof Library>;

/** A system that stores datasets, such as the district data platform's warehouse. */
export const SourceSystem = z.object({ code: Code, name: Title, uri: z.string().max(2000).nullable() });
export type SourceSystem = z.infer<typeof SourceSystem>;
