import {
  type CatalogueError,
  Conflict,
  type InputIssue as InputIssueShape,
  InvalidInput,
  NotFound,
  NotPermitted,
} from '@yuanliu/graph';
import { builder } from '../../builder.js';

const ErrorInterface = builder.interfaceRef<CatalogueError>('Error').implement({
  description: 'Why a change was refused.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'In words.' }),
    code: t.exposeString('code', {
      description: 'For programs: NOT_FOUND, CONFLICT, INVALID_INPUT, NOT_PERMITTED.',
    }),
  }),
});

const InputIssue = builder.objectRef<InputIssueShape>('InputIssue').implement({
  description: 'One fault in what was given.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where.' }),
    message: t.exposeString('message', { description: 'What is wrong.' }),
  }),
});

builder.objectType(NotFound, {
  name: 'NotFoundError',
  description: 'The thing does not exist, or the viewer may not see it.',
  interfaces: [ErrorInterface],
});
builder.objectType(Conflict, {
  name: 'ConflictError',
  description: 'The request contradicts what is stored.',
  interfaces: [ErrorInterface],
});
builder.objectType(InvalidInput, {
  name: 'InvalidInputError',
  description: 'The input breaks a rule.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssue],
      description: 'Every fault.',
      resolve: (error) => [...error.issues],
    }),
  }),
});
builder.objectType(NotPermitted, {
  name: 'NotPermittedError',
  description: 'The viewer may not do this.',
  interfaces: [ErrorInterface],
});
