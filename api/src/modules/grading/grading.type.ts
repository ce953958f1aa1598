import type { Grading as GradingShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { Grade } from '../enums/catalogue.type.js';
import { GradingState } from '../enums/sharing.type.js';

export const Grading = builder.objectRef<GradingShape>('Grading').implement({
  description: 'One filing of a grade; one is current, the history is kept.',
  fields: (t) => ({
    grade: t.expose('grade', { type: Grade, description: 'The grade filed.' }),
    state: t.expose('state', { type: GradingState, description: 'How far it has come.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    filedBy: t.exposeString('filedBy', { description: 'Code of the account or department that filed it.' }),
    filedAt: t.expose('filedAt', { type: 'DateTime', description: 'When.' }),
    current: t.exposeBoolean('current', { description: 'The one that holds.' }),
  }),
});
