import { builder } from '../../builder.js';
import { examineHealth, Health } from './health.type.js';

builder.queryField('health', (t) =>
  t.field({
    type: Health,
    description: 'How the parts of this installation do.',
    complexity: { field: 50, multiplier: 1 },
    resolve: (_root, _args, context) => examineHealth(context),
  }),
);
