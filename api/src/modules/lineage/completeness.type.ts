import type { CompletenessCounts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { indexAgeSeconds } from '../../lineage/index-age.js';
import { latestVersion } from '../../lineage/latest-version.js';

/** The digest of a large answer costs more than the answer: it may be worked out when it is asked for. */
export type CompletenessShape = CompletenessCounts & { digest: string | (() => Promise<string>) };

export const Completeness = builder.objectRef<CompletenessShape>('Completeness').implement({
  description: 'What the answer rests on, and whether anything is missing.',
  fields: (t) => ({
    complete: t.exposeBoolean('complete', { description: 'Nothing is missing.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it is not complete, in words; null when complete.',
    }),
    snapshotVersion: t.exposeInt('snapshotVersion', {
      description: 'The last change that the answer contains.',
    }),
    latestVersion: t.int({
      description:
        'The last change that it should contain: greater than snapshotVersion when the index is behind.',
      resolve: ({ snapshotVersion }, _args, { graph }) => latestVersion(graph, snapshotVersion),
    }),
    ageSeconds: t.float({
      description:
        'Seconds since the index was last seen to be level with the graph: less than 2, unless the database does not answer.',
      resolve: (_completeness, _args, { graph }) => indexAgeSeconds(graph) ?? 0,
    }),
    visitedFields: t.exposeInt('visitedFields', { description: 'Fields walked.' }),
    visitedEdges: t.exposeInt('visitedEdges', { description: 'Edges walked.' }),
    hiddenNodes: t.exposeInt('hiddenNodes', { description: 'Things that the viewer may not see.' }),
    digest: t.string({
      description: 'Digest of the answer set, for comparing two answers.',
      resolve: ({ digest }) => (typeof digest === 'string' ? digest : digest()),
    }),
  }),
});
