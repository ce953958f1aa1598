export { createRng, type Rng } from './rng.js';
export { SHOWPIECE } from './scenarios/changning/namespaces.js';
export { SCENARIOS } from './scenarios/index.js';
export type { Scenario, SeedDataset, SeedField, SeedJob } from './scenarios/scenario.js';
