import { type Account as AccountShape, Code, type Viewer as ViewerShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import { nodeRef } from '../../node-ref.js';
import { BUILT_IN_ACCOUNT, BUILT_IN_DEPARTMENT } from '../../viewer.js';
import { Department } from '../department/department.type.js';
import { Role } from '../enums/sharing.type.js';

export const Account = nodeRef<AccountShape>(
  'Account',
  (account) => account.code,
  (codes, { graph, viewer }) => graph.account.findMany(viewer, keysOf(Code, codes)),
);

Account.implement({
  description: "A person's account; demonstration accounts are roles, not persons.",
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that the account header carries.' }),
    name: t.exposeString('name', { description: 'Name to show.' }),
    role: t.expose('role', { type: Role, description: 'What the account does here.' }),
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department it belongs to.',
      resolve: (account) => account.department,
    }),
  }),
});

export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Who asks. Everything that is answered is what this viewer may see.',
  fields: (t) => ({
    account: t.field({
      type: Account,
      description: 'The account that asks.',
      resolve: (viewer) => (viewer.account === BUILT_IN_ACCOUNT.code ? BUILT_IN_ACCOUNT : viewer.account),
    }),
    role: t.expose('role', { type: Role, description: 'The role it asks in.' }),
    department: t.field({
      type: Department,
      description: 'The department it asks for.',
      resolve: (viewer) =>
        viewer.department === BUILT_IN_DEPARTMENT.code ? BUILT_IN_DEPARTMENT : viewer.department,
    }),
  }),
});
