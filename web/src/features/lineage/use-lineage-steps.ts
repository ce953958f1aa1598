'use client';

import { useMemo, useRef } from 'react';
import { type BoxSide, canFold } from './fold-model';
import type { LineageModel } from './lineage-model';
import type { Side } from './lineage-types';
import type { LineageView } from './lineage-url';
import type { ChangeView } from './use-lineage-url';

const SIDES: readonly Side[] = ['up', 'down'];
const toggled = (list: readonly string[], id: string) =>
  list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
const holds = (list: readonly BoxSide[], { side, box }: BoxSide) =>
  list.some((known) => known.box === box && known.side === side);
const without = (list: readonly BoxSide[], { side, box }: BoxSide) =>
  list.filter((known) => known.box !== box || known.side !== side);

export interface LineageSteps {
  choose: (id: string | null) => void;
  /** Adds the neighbours on these sides of a box, or shows again what was folded there. */
  expand: (box: string, sides?: readonly Side[]) => void;
  /** Takes away what an expansion brought, or what hangs only on these sides. */
  collapse: (box: string, sides?: readonly Side[]) => void;
  turnOpen: (box: string) => void;
  turnGroup: (key: string) => void;
}

/** Everything that one can do to a box: each is one step in the address, which back takes away. */
export function useLineageSteps(
  view: LineageView,
  model: LineageModel | null,
  change: ChangeView,
): LineageSteps {
  const now = useRef({ view, model });
  now.current = { view, model };
  return useMemo(
    () => ({
      choose: (chosen) => change(chosen === null ? { chosen, only: false } : { chosen }),
      expand: (box, sides = SIDES) => {
        let { grown, folded } = now.current.view;
        for (const side of sides) {
          if (holds(folded, { side, box })) folded = without(folded, { side, box });
          else if (!holds(grown, { side, box })) grown = [...grown, { side, box }];
        }
        change({ grown, folded });
      },
      collapse: (box, sides = SIDES) => {
        let { grown, folded } = now.current.view;
        for (const side of sides) {
          if (holds(grown, { side, box })) grown = without(grown, { side, box });
          else if (
            now.current.model &&
            !holds(folded, { side, box }) &&
            canFold(now.current.model, { side, box })
          )
            folded = [...folded, { side, box }];
        }
        change({ grown, folded });
      },
      turnOpen: (box) => change({ opened: toggled(now.current.view.opened, box) }),
      turnGroup: (key) => change({ groups: toggled(now.current.view.groups, key) }),
    }),
    [change],
  );
}
