import {
  answerMarquezDataset,
  answerMarquezDatasets,
  answerMarquezEvents,
  answerMarquezNamespaces,
} from './catalogue.js';

export { answerMarquezLineage } from './lineage.js';

/** Paths of Marquez that are one place each. */
export const marquezRoutes = {
  '/api/v1/events/lineage': { GET: answerMarquezEvents },
  '/api/v1/namespaces': { GET: answerMarquezNamespaces },
};

/** Paths with names in them: each `*` is one percent-encoded part. */
export const marquezPatterns = [
  { path: '/api/v1/namespaces/*/datasets', route: { GET: answerMarquezDatasets } },
  { path: '/api/v1/namespaces/*/datasets/*', route: { GET: answerMarquezDataset } },
];
