import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from '../metrics.js';

/** Yoga plugin: how long operations take, by their root field ("several" when there is more than one). */
export function timeRootFields(metrics: Metrics): Plugin {
  return {
    onExecute({ args }) {
      const started = process.hrtime.bigint();
      const field = rootFieldOf(args.document, args.schema);
      return {
        onExecuteDone() {
          metrics.rootFields.observe({ field }, Number(process.hrtime.bigint() - started) / 1e9);
        },
      };
    },
  };
}

/** Only names of the schema become labels: what strangers write must not grow the metrics. */
function rootFieldOf(document: DocumentNode, schema: GraphQLSchema): string {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  const selections = operation?.selectionSet.selections ?? [];
  const only = selections.length === 1 ? selections[0] : undefined;
  if (only?.kind !== Kind.FIELD) return 'several';
  const name = only.name.value;
  const types = [schema.getQueryType(), schema.getMutationType()];
  return types.some((type) => Object.hasOwn(type?.getFields() ?? {}, name)) ? name : 'several';
}
