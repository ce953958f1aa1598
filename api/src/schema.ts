import { builder } from './builder.js';
import './scalars.js';
import './modules/error/error.type.js';
import './modules/account/account.query.js';
import './modules/catalogue/catalogue.query.js';
import './modules/health/health.query.js';
import './modules/health/check-lineage-index.mutation.js';
import './modules/overview/overview.query.js';
import './modules/department/department.query.js';
import './modules/library/library.query.js';
import './modules/dataset/dataset.query.js';
import './modules/field/field.query.js';
import './modules/grading/file-grade.mutation.js';
import './modules/sql/read-sql.query.js';
import './modules/sql/accept-sql.mutation.js';
import './modules/interface/interface.query.js';
import './modules/consumer/consumer.query.js';
import './modules/backflow/backflow.query.js';
import './modules/search/search.query.js';
import './modules/lineage/lineage.query.js';
import './modules/lineage/edge-evidence.query.js';
import './modules/lineage/lineage-diff.query.js';
import './modules/impact/impact.query.js';
import './modules/impact/verify-impact.query.js';
import './modules/access/who-accessed.query.js';
import './modules/access/accesses-by.query.js';

/** The executable schema; `schema.graphql` is its printed form. */
export const schema = builder.toSchema();
