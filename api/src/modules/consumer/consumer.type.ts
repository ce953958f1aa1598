import { Code, type Consumer as ConsumerShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import { authorizationsOfConsumer } from '../../loaders/authorization.js';
import { nodeRef } from '../../node-ref.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Department } from '../department/department.type.js';
import { ConsumerKind } from '../enums/sharing.type.js';

export const Consumer = nodeRef<ConsumerShape>(
  'Consumer',
  (consumer) => consumer.code,
  (codes, { graph, viewer }) => graph.consumer.findMany(viewer, keysOf(Code, codes)),
);

Consumer.implement({
  description: 'An application, system or unit that uses interfaces (使用方).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: ConsumerKind, description: 'Kind of consumer.' }),
    description: t.exposeString('description', { description: 'What it does.' }),
    operatedBy: t.field({
      type: Department,
      nullable: true,
      description: 'The department that operates it.',
      resolve: (consumer) => consumer.operatedBy,
    }),
    authorizations: t.field({
      type: [Authorization],
      description: 'Authorisations it holds, ended ones too.',
      resolve: ({ code }, _args, context) => authorizationsOfConsumer(context, code),
    }),
    synthetic: t.exposeBoolean('synthetic', { description: 'Made-up demonstration data.' }),
  }),
});

export const ConsumerConnection = builder.connectionObject(
  { type: Consumer, name: 'ConsumerConnection', description: 'A page of consumers.' },
  { name: 'ConsumerEdge', description: 'A consumer in a page.' },
);
