import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Context } from '../../context.js';
import type { RouteContext } from '../../server.js';
import { readQuery } from '../read-query.js';
import { contextOf } from '../request-context.js';
import { sendCsv } from './csv.js';
import type { TableFile, TableFormat } from './table-file.js';
import { sendXlsx } from './xlsx.js';

export const Locale = z.enum(['zh-CN', 'en']).default('zh-CN');
export type Locale = z.infer<typeof Locale>;

const SEND = { csv: sendCsv, xlsx: sendXlsx };

/** A list in a query parameter: values between commas, each checked. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .string()
    .optional()
    .transform((text, context): z.output<T>[] | undefined => {
      if (!text) return undefined;
      const values = z.array(item).safeParse(text.split(','));
      if (values.success) return values.data;
      for (const { message, path } of values.error.issues)
        context.addIssue({ code: 'custom', message, path });
      return z.NEVER;
    });

/** `true` or `1`. */
export const flag = z
  .enum(['true', 'false', '1', '0'])
  .optional()
  .transform((text) => text === 'true' || text === '1');

/** Routes `/export/NAME.csv` and `/export/NAME.xlsx` of one table, its query parameters checked first. */
export function tableRoutes<S extends z.ZodType>(
  name: string,
  query: S,
  make: (context: Context, asked: z.output<S>) => Promise<TableFile>,
) {
  const answer =
    (format: TableFormat) =>
    async (request: IncomingMessage, response: ServerResponse, route: RouteContext): Promise<void> => {
      const asked = readQuery(query, route.url);
      await SEND[format](response, await make(await contextOf(request, route), asked));
    };
  return {
    [`/export/${name}.csv`]: { GET: answer('csv') },
    [`/export/${name}.xlsx`]: { GET: answer('xlsx') },
  };
}
