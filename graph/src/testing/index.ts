export {
  aCatalogueRow,
  type CatalogueCells,
  catalogueTable,
  type LineageCells,
  lineageTable,
  makeCsv,
  makeXlsx,
} from '../ingest/spreadsheet/testing/make-files.js';
export * from './broken-line.js';
export * from './factories.js';
export * from './test-db.js';
