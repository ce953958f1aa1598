import type { AccessDay as AccessDayShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';

export const AccessDay = builder.objectRef<AccessDayShape>('AccessDay').implement({
  description: 'Numbers of one day.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day, in China.' }),
    calls: t.exposeInt('calls', { description: 'Calls, refused ones too.' }),
    denied: t.exposeInt('denied', { description: 'Calls that were refused.' }),
    rows: t.exposeFloat('rows', { description: 'Rows read.' }),
  }),
});
