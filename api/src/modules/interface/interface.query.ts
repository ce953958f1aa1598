import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { candidatesOf } from '../../loaders/interface.js';
import { labelFacets } from '../../loaders/label-facets.js';
import { connectionFrom, pageCost, pageRequest } from '../../paging.js';
import { Grade } from '../enums/catalogue.type.js';
import { InterfaceSort, InterfaceState } from '../enums/sharing.type.js';
import { Facet } from '../search/facet.type.js';
import { Interface, InterfaceConnection } from './interface.type.js';

const InterfaceFilter = builder.inputType('InterfaceFilter', {
  description: 'Which interfaces; parts are joined by "and", values of one part by "or".',
  fields: (t) => ({
    state: t.field({ type: [InterfaceState], description: 'Only these states.' }),
    department: t.stringList({ description: 'Only those these departments publish (codes).' }),
    scene: t.stringList({ description: 'Only these scenes (codes).' }),
    grade: t.field({ type: [Grade], description: 'Only those whose highest grade exposed is one of these.' }),
    ungraded: t.boolean({ description: 'Also those of which nothing exposed is graded.' }),
    idleDays: t.int({ description: 'Only those in use without a call for at least so many days.' }),
    expiringWithinDays: t.int({
      description: 'Only those with an authorisation that holds and ends within so many days.',
    }),
    exceeded: t.boolean({
      description: 'Only those with an authorisation for less than what is given out now.',
    }),
    usedBy: t.stringList({
      description:
        'Only those that consumers of these departments (codes) are authorised for; only their authorisations count then.',
    }),
    exposes: t.id({ description: 'Only those that give out this field, or a field of this dataset.' }),
    text: t.string({ description: 'Part of the code, name or description.' }),
  }),
});

const readFilter = (filter: typeof InterfaceFilter.$inferInput | null | undefined) => ({
  ...filter,
  exposes: filter?.exposes ? parseVertexId(filter.exposes, 'filter.exposes').id : null,
});

builder.queryFields((t) => ({
  interfaces: t.field({
    type: InterfaceConnection,
    description: 'Interfaces, by name unless another order is asked for.',
    args: {
      filter: t.arg({ type: InterfaceFilter, description: 'Which ones; all when not given.' }),
      sort: t.arg({ type: InterfaceSort, description: 'Their order; by name when not given.' }),
      descending: t.arg.boolean({ description: 'The other way round.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 50 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(50),
    resolve: async (_root, { filter, sort, descending, ...page }, context) => {
      const wanted = readFilter(filter);
      const question = { filter: wanted, sort, descending, ...pageRequest(page, 50) };
      const candidates = await candidatesOf(context, wanted);
      return connectionFrom(await context.graph.interface.list(context.viewer, question, candidates));
    },
  }),
  interfaceFacets: t.field({
    type: [Facet],
    description:
      'State, grade, department and scene of the interfaces with counts; each counts under the conditions of the others.',
    args: { filter: t.arg({ type: InterfaceFilter, description: 'Which ones; all when not given.' }) },
    complexity: { field: 10, multiplier: 1 },
    resolve: async (_root, { filter }, context) => {
      const wanted = readFilter(filter);
      const candidates = await candidatesOf(context, wanted);
      return labelFacets(context, await context.graph.interface.facets(context.viewer, wanted, candidates));
    },
  }),
  interface: t.field({
    type: Interface,
    nullable: true,
    description: 'The interface with this code; null when there is none that the viewer may see.',
    args: { code: t.arg.string({ required: true, description: 'Interface code.' }) },
    resolve: (_root, { code }) => code,
  }),
}));
