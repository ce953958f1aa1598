import { builder } from '../../builder.js';
import { Field } from './field.type.js';

builder.queryField('field', (t) =>
  t.field({
    type: Field,
    nullable: true,
    description: 'A field by the names that people see; null when there is none that the viewer may see.',
    args: {
      namespace: t.arg.string({ required: true, description: "OpenLineage's namespace." }),
      dataset: t.arg.string({ required: true, description: 'Name of the dataset.' }),
      name: t.arg.string({ required: true, description: 'Column name, or path of a nested field.' }),
    },
    resolve: (_root, { namespace, dataset, name }, { graph, viewer }) =>
      graph.field.findByName(viewer, { namespace, dataset, path: name }),
  }),
);
