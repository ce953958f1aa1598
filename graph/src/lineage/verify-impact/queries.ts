import { z } from 'zod';
import { defineQuery } from '../../db/index.js';

const Flows = z.array(z.tuple([z.string(), z.string()]));

export const listFieldFlows = defineQuery({
  file: 'impact/list-field-flows',
  mode: 'read',
  params: z.object({ ids: z.array(z.string()), at: z.string() }),
  row: z.object({ id: z.string(), dataset: z.string().nullable(), flows: Flows }),
});

export const listDatasetFlows = defineQuery({
  file: 'impact/list-dataset-flows',
  mode: 'read',
  params: z.object({ ids: z.array(z.string()), at: z.string() }),
  row: z.object({ id: z.string(), flows: Flows }),
});

export const listDatasetFields = defineQuery({
  file: 'impact/list-dataset-fields',
  mode: 'read',
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ id: z.string(), fields: z.array(z.string()) }),
});
