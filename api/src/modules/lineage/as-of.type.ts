import { builder } from '../../builder.js';

export const AsOf = builder.inputType('AsOf', {
  description: 'A point on both time axes: what we believed at `recorded` about `valid`. Default: now, now.',
  fields: (t) => ({
    valid: t.field({ type: 'DateTime', description: 'When the flow existed in the world.' }),
    recorded: t.field({ type: 'DateTime', description: 'When we knew it.' }),
  }),
});

/** The index's form of the argument. */
export function readAsOf(asOf: { valid?: string | null; recorded?: string | null } | null | undefined) {
  return {
    asOf: {
      ...(asOf?.valid == null ? {} : { valid: asOf.valid }),
      ...(asOf?.recorded == null ? {} : { recorded: asOf.recorded }),
    },
  };
}
