import { SQL_DIALECTS } from '@yuanliu/graph/sql';
import { z } from 'zod';
import { builder } from '../../builder.js';

/** As long as what an event may bring. */
const LONGEST = 1_000_000;

export const PastedSqlInput = builder.inputType('PastedSqlInput', {
  description: 'SQL and where it runs.',
  fields: (t) => ({
    sql: t.string({
      required: true,
      description: 'One or several statements, at most 1,000,000 characters.',
      validate: z
        .string()
        .refine((text) => text.trim() !== '', 'must not be empty')
        .refine((text) => text.length <= LONGEST, 'must have at most 1,000,000 characters'),
    }),
    dialect: t.string({
      required: true,
      description: 'A name of `sqlDialects`.',
      validate: z.string().refine((name) => Object.hasOwn(SQL_DIALECTS, name), 'is not one of sqlDialects'),
    }),
    namespace: t.string({
      required: true,
      description: 'Namespace of the tables that it names; see `sqlDatabases`.',
      validate: z.string().min(1).max(500),
    }),
  }),
});
