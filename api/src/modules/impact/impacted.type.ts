import type {
  ReachedConsumer,
  ReachedDataset,
  ReachedField,
  ReachedInterface,
} from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Consumer } from '../consumer/consumer.type.js';
import { Dataset } from '../dataset/dataset.type.js';
import { Ring } from '../enums/lineage.type.js';
import { Field } from '../field/field.type.js';
import { Interface } from '../interface/interface.type.js';

const RING = { type: Ring, description: 'The ring it is in.' } as const;
const DISTANCE = { description: 'Hops from the start.' };
const BACKFLOW = { description: 'No path without a backflow edge.' };
const COARSE = { description: 'No path without an edge between whole datasets.' };

export const ImpactedConsumer = builder.objectRef<ReachedConsumer>('ImpactedConsumer').implement({
  description: 'A consumer that may read the start or something derived from it.',
  fields: (t) => ({
    consumer: t.field({ type: Consumer, description: 'The consumer.', resolve: ({ code }) => code }),
    ring: t.expose('ring', RING),
    distance: t.exposeInt('distance', DISTANCE),
    authorizations: t.field({
      type: [Authorization],
      description: 'Authorisations, holding at the asked time, that let it.',
      resolve: ({ authorizations }) => authorizations.map((a) => a.code),
    }),
  }),
});

/** An interface with the consumers that reach the start through it. */
export type ImpactedInterfaceShape = ReachedInterface & { consumers: ReachedConsumer[] };

export const ImpactedInterface = builder.objectRef<ImpactedInterfaceShape>('ImpactedInterface').implement({
  description: 'An interface that gives out the start or something derived from it.',
  fields: (t) => ({
    interface: t.field({ type: Interface, description: 'The interface.', resolve: ({ code }) => code }),
    ring: t.expose('ring', RING),
    distance: t.exposeInt('distance', DISTANCE),
    viaBackflow: t.exposeBoolean('viaBackflow', BACKFLOW),
    coarse: t.exposeBoolean('coarse', COARSE),
    fields: t.field({
      type: [Field],
      description: 'Exposed fields that are the start or derived from it.',
      resolve: ({ fields }) => fields,
    }),
    consumers: t.expose('consumers', {
      type: [ImpactedConsumer],
      description: 'Consumers that reach it through this interface.',
    }),
  }),
});

export const ImpactedDataset = builder.objectRef<ReachedDataset>('ImpactedDataset').implement({
  description: 'A dataset that is the start or holds something derived from it.',
  fields: (t) => ({
    dataset: t.field({ type: Dataset, description: 'The dataset.', resolve: ({ id }) => id }),
    ring: t.expose('ring', RING),
    distance: t.exposeInt('distance', DISTANCE),
    fieldCount: t.exposeInt('fieldCount', {
      description: 'Its derived fields; 0 = derived as a whole, its columns are not known.',
    }),
    viaBackflow: t.exposeBoolean('viaBackflow', BACKFLOW),
    coarse: t.exposeBoolean('coarse', COARSE),
  }),
});

export const ImpactedDatasetConnection = builder.connectionObject(
  { type: ImpactedDataset, name: 'ImpactedDatasetConnection', description: 'A page of impacted datasets.' },
  { name: 'ImpactedDatasetEdge', description: 'An impacted dataset in a page.' },
);

export const ImpactedField = builder.objectRef<ReachedField>('ImpactedField').implement({
  description: 'A field derived from the start.',
  fields: (t) => ({
    field: t.field({ type: Field, description: 'The field.', resolve: ({ id }) => id }),
    ring: t.expose('ring', RING),
    distance: t.exposeInt('distance', DISTANCE),
    viaBackflow: t.exposeBoolean('viaBackflow', BACKFLOW),
    coarse: t.exposeBoolean('coarse', COARSE),
  }),
});

export const ImpactedFieldConnection = builder.connectionObject(
  { type: ImpactedField, name: 'ImpactedFieldConnection', description: 'A page of impacted fields.' },
  { name: 'ImpactedFieldEdge', description: 'An impacted field in a page.' },
);
