import { builder } from '../../builder.js';
import { pageCost, sliceOf } from '../../paging.js';
import { DepartmentKind } from '../enums/catalogue.type.js';
import { Department, DepartmentConnection } from './department.type.js';

builder.queryFields((t) => ({
  departments: t.field({
    type: DepartmentConnection,
    description: 'Who provides, who consumes; by code.',
    args: {
      kind: t.arg({ type: [DepartmentKind], description: 'Only these kinds.' }),
      first: t.arg.int({ description: 'Rows of the page, at most 500; 100 when not given.' }),
      after: t.arg.string({ description: 'Cursor of the row before the page.' }),
    },
    complexity: pageCost(100),
    resolve: async (_root, { kind, ...page }, { graph, viewer }) => {
      const all = await graph.department.list(viewer);
      return sliceOf(kind ? all.filter((d) => kind.includes(d.kind)) : all, page, 100);
    },
  }),
  department: t.field({
    type: Department,
    nullable: true,
    description: 'The department with this code; null when there is none that the viewer may see.',
    args: { code: t.arg.string({ required: true, description: 'Department code.' }) },
    resolve: (_root, { code }) => code,
  }),
}));
