import { Code, type UseScene as UseSceneShape } from '@yuanliu/graph';
import { keysOf } from '../../ids.js';
import { nodeRef } from '../../node-ref.js';
import { SceneKind } from '../enums/sharing.type.js';

export const UseScene = nodeRef<UseSceneShape>(
  'UseScene',
  (scene) => scene.code,
  (codes, { graph, viewer }) => graph.useScene.findMany(viewer, keysOf(Code, codes)),
);

UseScene.implement({
  description: 'What data are used for (应用场景).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: SceneKind, description: 'Kind of scene.' }),
    description: t.exposeString('description', { description: 'What happens in it.' }),
  }),
});
