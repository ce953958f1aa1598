import { z } from 'zod';
import { Role } from './enums.js';
import { Code } from './ids.js';
import { Title } from './primitives.js';

/** A person's account; demonstration accounts are synthetic roles, not persons. */
export const Account = z.object({
  code: Code,
  name: Title,
  role: Role,
  department: Code,
  synthetic: z.boolean(),
});
export type Account = z.infer<typeof Account>;

/** Who asks: every read takes it, and visibility is decided by it in Cypher and in the index. */
export const Viewer = z.object({ account: Code, role: Role, department: Code });
export type Viewer = z.infer<typeof Viewer>;
