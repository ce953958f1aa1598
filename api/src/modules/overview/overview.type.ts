import { createContextCache } from '@pothos/core';
import { Code, EXPIRING_WITHIN_DAYS, IDLE_AFTER_DAYS, type InterfaceSummary } from '@yuanliu/graph';
import type { DepartmentGrades as DepartmentGradesShape } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import type { Context } from '../../context.js';
import { enumOf } from '../../enum-of.js';
import { closures } from '../../loaders/backflow.js';
import { candidatesOf } from '../../loaders/interface.js';
import { ChangeGroup } from '../catalogue/change.type.js';
import { Department } from '../department/department.type.js';
import { GradeCount } from '../impact/impact-groups.type.js';
import { CallDay } from '../interface/calls.type.js';
import { LOCAL_ROLES, type TaskKind as TaskKindValue, type Task as TaskShape, tasksOf } from './tasks.js';

const DAY_MS = 86_400_000;
const REFUSED_DAYS = 7;

const TaskKind = enumOf('TaskKind', 'What waits for somebody; counts are rows of the list behind.', {
  BROKEN_BACKFLOW: 'Backflow links that are broken.',
  OVERDUE_BACKFLOW: 'Backflow links that are overdue.',
  EXCEEDED_AUTHORIZATIONS: 'Interfaces that give out more than some authorisation was approved for.',
  REFUSED_EVENTS: 'Lineage events refused in the last 7 days.',
  LATE_DATASETS: 'Datasets older than their cycle promises.',
  EXPIRING_AUTHORIZATIONS: 'Interfaces with an authorisation that ends soon.',
  IDLE_INTERFACES: 'Interfaces in use that nobody calls.',
  SUSPENDED_INTERFACES: 'Suspended interfaces.',
  UNGRADED_FIELDS: 'Fields without a grade.',
} satisfies Record<TaskKindValue, string>);

const Task = builder.objectRef<TaskShape>('Task').implement({
  description: 'Something that waits for the viewer.',
  fields: (t) => ({
    kind: t.field({ type: TaskKind, description: 'What.', resolve: ({ kind }) => kind }),
    count: t.exposeInt('count', { description: 'How many rows its list has.' }),
    urgent: t.exposeBoolean('urgent', { description: 'Wrong now, not only worth a look.' }),
  }),
});

const DepartmentGrades = builder.objectRef<DepartmentGradesShape>('DepartmentGrades').implement({
  description: 'Fields of one department by grade.',
  fields: (t) => ({
    department: t.field({
      type: Department,
      nullable: true,
      description: 'The department; null = provider not known.',
      resolve: (row) => row.department,
    }),
    fieldCount: t.exposeInt('fieldCount', { description: 'Its fields.' }),
    datasetCount: t.exposeInt('datasetCount', { description: 'Its datasets.' }),
    byGrade: t.expose('byGrade', {
      type: [GradeCount],
      description: 'Its fields by grade, strictest first.',
    }),
  }),
});

const InterfaceTotals = builder.objectRef<InterfaceSummary>('InterfaceTotals').implement({
  description: 'Interfaces by use and authorisations by validity, today.',
  fields: (t) => ({
    active: t.exposeInt('active', { description: 'In use and called lately.' }),
    idle: t.exposeInt('idle', { description: `In use, yet not called for ${IDLE_AFTER_DAYS} days.` }),
    suspended: t.exposeInt('suspended', { description: 'Suspended.' }),
    other: t.exposeInt('other', { description: 'Before use or after it.' }),
    total: t.exposeInt('total', { description: 'All.' }),
    interfacesExpiring: t.exposeInt('interfacesExpiring', {
      description: `With an authorisation that ends within ${EXPIRING_WITHIN_DAYS} days.`,
    }),
    interfacesExceeded: t.exposeInt('interfacesExceeded', {
      description: 'With an authorisation for less than is given out now.',
    }),
    authorizationsValid: t.exposeInt('authorizationsValid', { description: 'Authorisations that hold.' }),
    authorizationsExpiring: t.exposeInt('authorizationsExpiring', {
      description: `Those of them that end within ${EXPIRING_WITHIN_DAYS} days.`,
    }),
    authorizationsEnded: t.exposeInt('authorizationsEnded', { description: 'Those that no longer hold.' }),
    authorizationsExceeded: t.exposeInt('authorizationsExceeded', {
      description: 'Those that hold for less than is given out now.',
    }),
    idleAfterDays: t.int({ description: 'Days that make idle.', resolve: () => IDLE_AFTER_DAYS }),
    expiringWithinDays: t.int({
      description: 'Days that make expiring.',
      resolve: () => EXPIRING_WITHIN_DAYS,
    }),
  }),
});

const FreshnessTotals = builder
  .objectRef<Record<'FRESH' | 'LATE' | 'UNKNOWN', number>>('FreshnessTotals')
  .implement({
    description: 'Datasets by their promised cycle.',
    fields: (t) => ({
      fresh: t.int({ description: 'Kept.', resolve: (totals) => totals.FRESH }),
      late: t.int({ description: 'Older than promised.', resolve: (totals) => totals.LATE }),
      unknown: t.int({ description: 'No promise, or no known update.', resolve: (totals) => totals.UNKNOWN }),
    }),
  });

/** The department of a role that looks after its own things; null for the others. */
const ownDepartment = ({ viewer }: Context): Code | null =>
  LOCAL_ROLES.includes(viewer.role) ? Code.parse(viewer.department) : null;

// Several fields of one answer rest on each of these.
const arrivals = createContextCache(({ graph, viewer }: Context) =>
  graph.ingest.arrivals(viewer, new Date(Date.now() - REFUSED_DAYS * DAY_MS).toISOString()),
);
const interfacesOf = async (context: Context, department: Code | null) =>
  context.graph.interface.summary(context.viewer, department, await candidatesOf(context));

async function tasks(context: Context): Promise<TaskShape[]> {
  const { graph, viewer, signal } = context;
  const own = ownDepartment(context);
  const [interfaces, units, freshness, events, grades] = await Promise.all([
    interfacesOf(context, viewer.role === 'APPLICATION' ? own : null),
    closures(context),
    graph.catalogue.freshness(viewer, own),
    arrivals(context),
    graph.lineage.current(signal).departmentGrades(),
  ]);
  const ungraded = grades
    .filter(({ department }) => own === null || department === own)
    .flatMap(({ byGrade }) => byGrade.filter(({ grade }) => grade === null));
  return tasksOf(viewer.role, {
    interfaces,
    closures: units.filter(({ department }) => own === null || department === own),
    lateDatasets: freshness.LATE,
    ungradedFields: ungraded.reduce((sum, { fieldCount }) => sum + fieldCount, 0),
    refusedEvents: events.refused,
  });
}

export const Overview = builder.objectRef<Record<string, never>>('Overview').implement({
  description: 'How the whole is and what waits for the viewer.',
  fields: (t) => ({
    tasks: t.field({
      type: [Task],
      description:
        'What waits for the viewer by role, wrong things first; application teams and sub-districts see those of their department.',
      resolve: (_overview, _args, context) => tasks(context),
    }),
    departments: t.field({
      type: [DepartmentGrades],
      description: 'Fields of every department by grade, most fields first.',
      resolve: (_overview, _args, { graph, signal }) => graph.lineage.current(signal).departmentGrades(),
    }),
    interfaces: t.field({
      type: InterfaceTotals,
      description: 'Interfaces and authorisations.',
      resolve: (_overview, _args, context) => interfacesOf(context, null),
    }),
    freshness: t.field({
      type: FreshnessTotals,
      description: 'Datasets by their promised cycle.',
      resolve: (_overview, _args, { graph, viewer }) => graph.catalogue.freshness(viewer),
    }),
    callsByDay: t.field({
      type: [CallDay],
      description: 'Calls of all interfaces on each of the last days in China, today included.',
      args: { days: t.arg.int({ defaultValue: 30, description: 'So many days, at most 366.' }) },
      resolve: (_overview, { days }, { graph, viewer }) => graph.interface.allCallDays(viewer, days ?? 30),
    }),
    latestChanges: t.field({
      type: [ChangeGroup],
      description: 'What happened lately, an import as one line, the newest first.',
      args: { first: t.arg.int({ defaultValue: 8, description: 'So many lines, at most 100.' }) },
      complexity: ({ first }) => ({ field: 5, multiplier: first ?? 8 }),
      resolve: (_overview, { first }, { graph, viewer }) => graph.change.latestGroups(viewer, first ?? 8),
    }),
    acceptedEvents: t.int({
      description: 'Lineage events accepted in the last 7 days.',
      resolve: async (_overview, _args, context) => (await arrivals(context)).accepted,
    }),
    refusedEvents: t.int({
      description: 'Lineage events refused in the last 7 days.',
      resolve: async (_overview, _args, context) => (await arrivals(context)).refused,
    }),
  }),
});
