import { Code, type Library as LibraryShape } from '@yuanliu/graph';
import { keysOf } from '../../ids.js';
import { countOfLibrary } from '../../loaders/library.js';
import { nodeRef } from '../../node-ref.js';
import { LibraryAxis, LibraryKind } from '../enums/catalogue.type.js';

export const Library = nodeRef<LibraryShape>(
  'Library',
  (library) => library.code,
  (codes, { graph, viewer }) => graph.library.findMany(viewer, keysOf(Code, codes)),
);

Library.implement({
  description: 'A base-element or topic library on one of the three axes.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: LibraryKind, description: 'Base elements or a topic.' }),
    axis: t.expose('axis', { type: LibraryAxis, description: 'Population, legal persons or space.' }),
    description: t.exposeString('description', { description: 'What it is for.' }),
    datasetCount: t.int({
      description: 'Datasets it holds.',
      resolve: async ({ code }, _args, context) => (await countOfLibrary(context, code))?.datasetCount ?? 0,
    }),
  }),
});
