import type { BackflowClosure as ClosureShape } from '@yuanliu/graph';
import { countLostFields } from '../../backflow/lost-fields.js';
import { builder } from '../../builder.js';
import { fieldsOfDataset } from '../../loaders/dataset.js';
import { Department } from '../department/department.type.js';
import { BackflowLink } from './backflow.type.js';

export const BackflowClosure = builder.objectRef<ClosureShape>('BackflowClosure').implement({
  description: 'How much of what a unit reported up comes back to it.',
  fields: (t) => ({
    department: t.field({ type: Department, description: 'The unit.', resolve: (row) => row.department }),
    links: t.field({
      type: [BackflowLink],
      description: 'Links that serve it.',
      resolve: (row) => row.links,
    }),
    reportedDatasets: t.int({
      description: 'Datasets that it provides and that flow on to others.',
      resolve: ({ reported }) => reported.length,
    }),
    returnedDatasets: t.int({
      description: 'Those of them of which something has landed again.',
      resolve: ({ returned }) => returned.length,
    }),
    closureRate: t.exposeFloat('closureRate', {
      nullable: true,
      description: 'Returned ÷ reported datasets; null when nothing was reported.',
    }),
    daysToReturn: t.exposeFloat('daysToReturn', {
      nullable: true,
      description: 'Median days from sent to landed.',
    }),
    onTimeRate: t.exposeFloat('onTimeRate', {
      nullable: true,
      description: 'Deliveries that landed by their day ÷ deliveries due by today.',
    }),
    rowsSent: t.exposeFloat('rowsSent', { description: 'Rows sent.' }),
    rowsLanded: t.exposeFloat('rowsLanded', { description: 'Rows landed.' }),
    landingRate: t.exposeFloat('landingRate', { nullable: true, description: 'Rows landed ÷ rows sent.' }),
    collectedFields: t.int({
      description: 'Fields of the datasets that links name as collected.',
      resolve: async ({ links }, _args, context) => {
        const datasets = [...new Set(links.flatMap(({ collected }) => collected ?? []))];
        const fields = await Promise.all(datasets.map((id) => fieldsOfDataset(context, id)));
        return fields.flat().length;
      },
    }),
    lostFields: t.int({
      description: 'Those of them that do not come back over any link.',
      resolve: ({ links }, _args, context) => countLostFields(context, links),
    }),
    overdue: t.exposeInt('overdue', { description: 'Links that are overdue.' }),
    broken: t.exposeInt('broken', { description: 'Links that are broken.' }),
  }),
});
