import type { Scenario } from '../scenario.js';
import { accessEvents } from './access-events.js';
import { accounts } from './accounts.js';
import { buildBackflow } from './backflow.js';
import { buildCatalogue } from './catalogue.js';
import { subdistrictSystems } from './datasets/subdistricts.js';
import { departments } from './departments.js';
import { buildGradings } from './gradings.js';
import { libraries } from './libraries.js';
import { sourceSystems } from './namespaces.js';
import { buildStreams } from './services/authorizations.js';
import { consumers } from './services/consumers.js';
import { buildInterfaces } from './services/interfaces.js';
import { scenes } from './services/scenes.js';

/** The Changning demonstration as of `now` (ms, 00:00 in Shanghai): plain values, the same for the same day. */
export function buildChangning(now: number): Scenario {
  const { datasets, jobs, table } = buildCatalogue(now);
  const { interfaces, exposures, rankOf } = buildInterfaces(table, now);
  const streams = buildStreams(exposures, rankOf, now);
  return {
    name: 'changning',
    now,
    departments,
    libraries,
    sourceSystems: [...sourceSystems, ...subdistrictSystems],
    datasets,
    jobs,
    scenes,
    interfaces,
    exposures,
    consumers,
    authorizations: streams.map((s) => s.authorization),
    ...buildBackflow(table, now),
    gradings: buildGradings(datasets),
    accounts,
    accessEvents: () => accessEvents(streams, exposures, now),
  };
}
