import { type AccessLog, accessOperations } from './access/index.js';
import { accountOperations } from './account/index.js';
import { authorizationOperations } from './authorization/index.js';
import { backflowOperations } from './backflow/index.js';
import { catalogueOperations } from './catalogue/index.js';
import { changeOperations } from './change/index.js';
import { consumerOperations } from './consumer/index.js';
import { datasetOperations, datasetWriting } from './dataset/index.js';
import { type Db, examineDatabase, schemaIsCurrent } from './db/index.js';
import { departmentOperations } from './department/index.js';
import { edgeOperations } from './edge/index.js';
import { Unavailable } from './errors.js';
import { fieldOperations, fieldWriting } from './field/index.js';
import { gradingOperations, gradingWriting } from './grading/index.js';
import { interfaceOperations } from './interface/index.js';
import { jobOperations } from './job/index.js';
import { libraryOperations } from './library/index.js';
import {
  createLineageService,
  type Inbox,
  impactOperations,
  ingestOperations,
  type LineageServiceOptions,
} from './lineage/index.js';
import { registrationOperations } from './registration/index.js';
import { searchOperations } from './search/index.js';
import { sourceSystemOperations } from './source-system/index.js';
import { useSceneOperations } from './use-scene/index.js';

/**
 * The domain as closures over one database: reads take the viewer first, writes the actor. `accessLog` and `inbox` are
 * owned by one process; without one, what needs it is unavailable. `onError` hears of failures in the background, such
 * as an index that could not be rebuilt. `index`: where the lineage index is kept and how it answers.
 */
export function createGraph({
  db,
  accessLog,
  inbox,
  onError,
  index,
}: {
  db: Db;
  accessLog?: AccessLog;
  inbox?: Inbox;
  onError?: (error: unknown) => void;
  index?: Omit<LineageServiceOptions, 'onError'>;
}) {
  const lineage = createLineageService(db, { ...index, onError });
  return {
    access: accessOperations(db, lineage, accessLog),
    account: accountOperations(db),
    authorization: authorizationOperations(db),
    backflow: backflowOperations(db),
    catalogue: catalogueOperations(db),
    change: changeOperations(db),
    consumer: consumerOperations(db),
    dataset: datasetOperations(db),
    department: departmentOperations(db),
    edge: edgeOperations(db),
    field: fieldOperations(db),
    grading: gradingOperations(db),
    impact: impactOperations(db, lineage),
    ingest: ingestOperations(db, lineage, inbox),
    interface: interfaceOperations(db),
    job: jobOperations(db),
    library: libraryOperations(db),
    lineage,
    registration: registrationOperations(db, {
      lastSequence: changeOperations(db).lastSequence,
      names: {
        department: departmentOperations(db),
        library: libraryOperations(db),
        sourceSystem: sourceSystemOperations(db),
      },
      datasets: datasetWriting,
      fields: fieldWriting,
      gradings: gradingWriting,
    }),
    search: searchOperations(db),
    sourceSystem: sourceSystemOperations(db),
    useScene: useSceneOperations(db),
    health: {
      /** Version, round trip and schema of the database; throws Unavailable when it does not answer. */
      database: () => examineDatabase(db),
      /** Throws Unavailable when the database does not answer or its schema is not this build's. */
      async ready(): Promise<void> {
        await db.ping();
        if (!(await schemaIsCurrent(db))) throw new Unavailable('schema', 'migrations are not applied');
      },
    },
  };
}
export type Graph = ReturnType<typeof createGraph>;
