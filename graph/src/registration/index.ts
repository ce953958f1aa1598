import type { Db } from '../db/index.js';
import { type CatalogueWriting, importCatalogue } from './import-catalogue.js';
import { importLineage, type LineageWriting } from './import-lineage.js';
import type { RegistrationReport, RegistrationRequest } from './report.js';

export type {
  RegistrationKind,
  RegistrationProgress,
  RegistrationReport,
  RegistrationRequest,
  RowState,
  SampleRow,
} from './report.js';

/** Registration by file; what it writes through is given by who composes. */
export const registrationOperations = (db: Db, writing: CatalogueWriting & LineageWriting) => ({
  catalogue: (request: RegistrationRequest): Promise<RegistrationReport> =>
    importCatalogue(db, writing, request),
  lineage: (request: RegistrationRequest): Promise<RegistrationReport> => importLineage(db, writing, request),
});
