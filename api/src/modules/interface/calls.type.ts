import type { CallDay as CallDayShape, CallHour as CallHourShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';

export const CallDay = builder.objectRef<CallDayShape>('CallDay').implement({
  description: 'Calls of one day in China.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    calls: t.exposeInt('calls', { description: 'Calls, refused ones too.' }),
    denied: t.exposeInt('denied', { description: 'Refused calls among them.' }),
    rows: t.exposeFloat('rows', { description: 'Rows given out.' }),
  }),
});

export const CallHour = builder.objectRef<CallHourShape & { outsideWindow: boolean }>('CallHour').implement({
  description: 'Calls of one hour of a day in China.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    hour: t.exposeInt('hour', { description: 'The hour, 0 to 23.' }),
    calls: t.exposeInt('calls', { description: 'Calls, refused ones too.' }),
    denied: t.exposeInt('denied', { description: 'Refused calls among them.' }),
    outsideWindow: t.exposeBoolean('outsideWindow', {
      description: 'Outside the hours that the interface declares.',
    }),
  }),
});
