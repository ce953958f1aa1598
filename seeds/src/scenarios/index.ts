import { buildChangning } from './changning/build.js';
import type { Scenario } from './scenario.js';

/** Scenarios by the name that SEED takes; `none` is an empty catalogue. */
export const SCENARIOS: Record<string, (now: number) => Scenario> = { changning: buildChangning };
