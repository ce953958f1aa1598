import { type Authorization as AuthorizationShape, Code, holdsOn, isExceeded } from '@yuanliu/graph';
import { today } from '../../calendar.js';
import { keysOf } from '../../ids.js';
import { gradeOfInterface } from '../../loaders/interface.js';
import { nodeRef } from '../../node-ref.js';
import { Consumer } from '../consumer/consumer.type.js';
import { Grade } from '../enums/catalogue.type.js';
import { AuthorizationState } from '../enums/sharing.type.js';
import { Field } from '../field/field.type.js';
import { Interface } from '../interface/interface.type.js';
import { UseScene } from '../interface/use-scene.type.js';

export const Authorization = nodeRef<AuthorizationShape>(
  'Authorization',
  (authorization) => authorization.code,
  (codes, { graph, viewer }) => graph.authorization.findMany(viewer, keysOf(Code, codes)),
);

Authorization.implement({
  description: 'Lets one consumer call one interface for some of its fields, for a use scene, until a day.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    state: t.expose('state', { type: AuthorizationState, description: 'Its state.' }),
    purpose: t.exposeString('purpose', { description: 'What it was granted for.' }),
    legalBasis: t.exposeString('legalBasis', { description: 'Law or policy it rests on.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day on which it holds.' }),
    validTo: t.expose('validTo', { type: 'Date', description: 'First day on which it no longer holds.' }),
    valid: t.boolean({
      description: 'Holds today: not expired, suspended or revoked.',
      resolve: (authorization) => holdsOn(authorization, today()),
    }),
    approvedGrade: t.expose('approvedGrade', {
      type: Grade,
      nullable: true,
      description: "The interface's grade that the approver saw.",
    }),
    exceeded: t.boolean({
      description: "The interface's grade now exceeds what was approved.",
      resolve: async (authorization, _args, context) =>
        isExceeded(authorization, await gradeOfInterface(context, authorization.interface)),
    }),
    consumer: t.field({ type: Consumer, description: 'Who holds it.', resolve: (a) => a.consumer }),
    interface: t.field({ type: Interface, description: 'What it is on.', resolve: (a) => a.interface }),
    scene: t.field({
      type: UseScene,
      nullable: true,
      description: 'What it is for.',
      resolve: (a) => a.scene,
    }),
    fields: t.field({ type: [Field], description: 'Fields it covers.', resolve: (a) => a.fields }),
  }),
});
