import type { DiffField, DiffList, DiffSideCounts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { Consumer } from '../consumer/consumer.type.js';
import { Ring } from '../enums/lineage.type.js';
import { Field } from '../field/field.type.js';
import { RingCount } from '../impact/impact-groups.type.js';
import { Interface } from '../interface/interface.type.js';

const FieldChange = builder.objectRef<DiffField>('FieldChange').implement({
  description: 'A field that is reached at one of two points only, or in another ring.',
  fields: (t) => ({
    field: t.field({ type: Field, description: 'The field.', resolve: ({ id }) => id }),
    before: t.expose('before', {
      type: Ring,
      nullable: true,
      description: 'Its ring at the earlier point; null = not reached then.',
    }),
    after: t.expose('after', {
      type: Ring,
      nullable: true,
      description: 'Its ring at the later point; null = not reached then.',
    }),
  }),
});

const FieldChangeList = builder.objectRef<DiffList<DiffField>>('FieldChangeList').implement({
  description: 'Some of the fields, and how many there are.',
  fields: (t) => ({
    totalCount: t.int({
      description: 'How many there are, listed or not.',
      resolve: ({ total }) => total,
    }),
    fields: t.field({
      type: [FieldChange],
      description: 'Those listed, by dataset.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ rows }) => rows,
    }),
  }),
});

const ReachedAt = builder.objectRef<DiffSideCounts['before']>('ReachedAt').implement({
  description: 'What was reached at one point in time.',
  fields: (t) => ({
    byRing: t.expose('byRing', { type: [RingCount], description: 'By ring, all three.' }),
    complete: t.boolean({
      description: 'Nothing is missing.',
      resolve: ({ completeness }) => completeness.complete,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it is not complete; null when complete.',
      resolve: ({ completeness }) => completeness.reason,
    }),
  }),
});

export const LineageDiffSide = builder.objectRef<DiffSideCounts>('LineageDiffSide').implement({
  description: 'One direction of a comparison.',
  fields: (t) => ({
    before: t.expose('before', { type: ReachedAt, description: 'At the earlier point.' }),
    after: t.expose('after', { type: ReachedAt, description: 'At the later point.' }),
    gained: t.expose('gained', { type: FieldChangeList, description: 'Reached at the later point only.' }),
    lost: t.expose('lost', { type: FieldChangeList, description: 'Reached at the earlier point only.' }),
    moved: t.expose('moved', { type: FieldChangeList, description: 'Reached at both, in another ring.' }),
    interfacesGained: t.field({
      type: [Interface],
      description: 'Interfaces that give it out at the later point only.',
      resolve: ({ interfaces }) => interfaces.gained,
    }),
    interfacesLost: t.field({
      type: [Interface],
      description: 'Interfaces that gave it out at the earlier point only.',
      resolve: ({ interfaces }) => interfaces.lost,
    }),
    consumersGained: t.field({
      type: [Consumer],
      description: 'Consumers that may read it at the later point only.',
      resolve: ({ consumers }) => consumers.gained,
    }),
    consumersLost: t.field({
      type: [Consumer],
      description: 'Consumers that could read it at the earlier point only.',
      resolve: ({ consumers }) => consumers.lost,
    }),
  }),
});
