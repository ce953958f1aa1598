import { SQL_DIALECTS } from '@yuanliu/graph/sql';
import { builder } from '../../builder.js';
import { PastedSqlInput } from './pasted-sql.input.js';
import { readSql } from './read-sql.js';
import { SqlDatabase, SqlReading } from './sql-reading.type.js';

builder.queryFields((t) => ({
  readSql: t.field({
    type: SqlReading,
    description:
      'What a text of SQL would add to the lineage, with what could not be resolved; changes nothing.',
    args: { input: t.arg({ type: PastedSqlInput, required: true, description: 'The SQL.' }) },
    complexity: { field: 500, multiplier: 1 },
    resolve: (_root, { input }, context) => readSql(input, context),
  }),
  sqlDialects: t.stringList({
    description: 'Dialects of SQL that are read, by name.',
    resolve: () => Object.keys(SQL_DIALECTS).sort(),
  }),
  sqlDatabases: t.field({
    type: [SqlDatabase],
    description: 'Databases whose tables the catalogue knows, the largest first.',
    resolve: (_root, _args, { graph, viewer }) => graph.dataset.namespaces(viewer),
  }),
}));
