import {
  Conflict,
  FieldId,
  type Field as FieldShape,
  InvalidInput,
  NotFound,
  NotPermitted,
} from '@yuanliu/graph';
import { z } from 'zod';
import { builder } from '../../builder.js';
import { keyOf, keysOf } from '../../ids.js';
import { Grade } from '../enums/catalogue.type.js';
import { Field } from '../field/field.type.js';
import { fileGrade } from './file-grade.js';

const FileGradeInput = builder.inputType('FileGradeInput', {
  description: 'A grade for a field.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the field.' }),
    grade: t.field({ type: Grade, required: true, description: 'The grade to file.' }),
    reason: t.string({
      required: true,
      description: 'Why, for who reads it later; 1 to 2,000 characters.',
      validate: z.string().trim().min(1, 'must say why').max(2000, 'must have at most 2,000 characters'),
    }),
  }),
});

const FileGradeSuccess = builder.objectRef<{ field: FieldShape }>('FileGradeSuccess').implement({
  description: 'The grade is filed.',
  fields: (t) => ({
    field: t.field({
      type: Field,
      description: 'The field with its new grade.',
      resolve: ({ field }) => field,
    }),
  }),
});

builder.mutationField('fileGrade', (t) =>
  t.field({
    type: FileGradeSuccess,
    description:
      "Files a grade for a field (governance staff only); a grade below the field's floor is refused.",
    authScopes: { governance: true },
    args: { input: t.arg({ type: FileGradeInput, required: true, description: 'Field, grade and reason.' }) },
    errors: {
      types: [NotFound, InvalidInput, NotPermitted, Conflict],
      directResult: true,
      union: { name: 'FileGradeResult', description: 'The field with its grade, or why it was refused.' },
    },
    resolve: async (_root, { input }, { graph, viewer }) => {
      const key = keyOf(input.id, 'Field', 'input.id');
      const ids = keysOf(FieldId, [key]);
      const [before] = await graph.field.findMany(viewer, ids);
      if (!before) throw new NotFound('field', key);
      await fileGrade(graph, viewer, { field: before.id, grade: input.grade, reason: input.reason.trim() });
      const [field] = await graph.field.findMany(viewer, ids);
      if (!field) throw new NotFound('field', key);
      return { field };
    },
  }),
);
