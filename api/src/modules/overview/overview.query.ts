import { builder } from '../../builder.js';
import { Overview } from './overview.type.js';

builder.queryField('overview', (t) =>
  t.field({
    type: Overview,
    description: 'How the whole is and what waits for the viewer, by role and department.',
    complexity: { field: 200, multiplier: 1 },
    resolve: () => ({}),
  }),
);
