import type { ChangeGroup as ChangeGroupShape, Change as ChangeShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';

/** Types of the things whose key a change carries, by the noun of its kind. */
const NODE_TYPES: Record<string, string> = {
  dataset: 'Dataset',
  field: 'Field',
  grading: 'Field',
  interface: 'Interface',
  consumer: 'Consumer',
  authorization: 'Authorization',
  backflowLink: 'BackflowLink',
  department: 'Department',
};

function nodeOf({ kind, key }: { kind: string; key: string }) {
  const type = NODE_TYPES[kind.split('.')[0] ?? ''];
  return type ? { id: key, type } : null;
}

export const ChangeGroup = builder.objectRef<ChangeGroupShape>('ChangeGroup').implement({
  description: 'Changes of one kind by one actor in one minute.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Noun and verb, such as `dataset.registered`.' }),
    actor: t.exposeString('actor', { description: 'Who or what changed it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the newest was accepted.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    key: t.exposeString('key', { description: 'The key of the newest.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Its title, name or path, where it says it.',
    }),
    node: t.node({ description: 'The newest, where it is a thing of its own and still there.', id: nodeOf }),
  }),
});

export const Change = builder.objectRef<ChangeShape>('Change').implement({
  description: 'One accepted change, numbered in the one sequence of the catalogue.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence', { description: 'Its number.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was accepted.' }),
    actor: t.exposeString('actor', { description: 'Who or what changed it.' }),
    kind: t.exposeString('kind', { description: 'Noun and verb, such as `dataset.registered`.' }),
    key: t.exposeString('key', { description: 'The key of what changed.' }),
    node: t.node({
      description: 'What changed, where it is a thing of its own and still there.',
      id: nodeOf,
    }),
    before: t.string({
      nullable: true,
      description: 'State before, as JSON.',
      resolve: ({ before }) => (before === null ? null : JSON.stringify(before)),
    }),
    after: t.string({
      nullable: true,
      description: 'State after, as JSON.',
      resolve: ({ after }) => (after === null ? null : JSON.stringify(after)),
    }),
  }),
});
