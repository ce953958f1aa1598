'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { LineageCanvas } from './lineage-canvas';
import type { Scene } from './scene';
import { placedFor } from './scene';
import { type Heading, walkFrom } from './walk';

export interface LineageWalk {
  /** Row or box under the keyboard cursor, the same for picture and table. */
  cursor: string | null;
  setCursor: (id: string | null) => void;
  /** One step from where the cursor stands; null only puts it into the picture. */
  walk: (heading: Heading | null) => void;
  /** What it stands on, in words. */
  told: string;
}

/** The keyboard cursor in the picture: along edges, between rows, always in view, always said. */
export function useLineageWalk(
  scene: Scene | null,
  chosen: string | null,
  canvas: RefObject<LineageCanvas | null>,
): LineageWalk {
  const t = useTranslations('lineage.walk');
  const [cursor, setCursor] = useState<string | null>(null);
  const [walking, setWalking] = useState(false);
  const walk = useCallback(
    (heading: Heading | null) => {
      if (!scene) return;
      const here = [cursor, chosen, scene.model.start].find((id) => id && placedFor(scene, id));
      if (!here) return;
      // The first arrow shows where the cursor is; pressing the mouse does not.
      const next = cursor === null || heading === null ? here : (walkFrom(scene, here, heading) ?? here);
      if (heading === null && cursor === null) return;
      setWalking(true);
      setCursor(next);
      canvas.current?.reveal(next);
    },
    [scene, cursor, chosen, canvas],
  );
  const told = useMemo(() => {
    if (!scene || !cursor || !walking) return '';
    const { model } = scene;
    const row = model.rows.get(cursor);
    const box = model.boxes.get(row?.boxId ?? cursor);
    if (!box) return placedFor(scene, cursor)?.shape.box.label ?? '';
    if (row) {
      return t('row', { name: row.label, box: box.label, up: row.upstreamCount, down: row.downstreamCount });
    }
    return t('box', { name: box.label, rows: box.rows.length, up: box.linkedUp, down: box.linkedDown });
  }, [scene, cursor, walking, t]);
  const set = useCallback((id: string | null) => {
    setWalking(false);
    setCursor(id);
  }, []);
  return { cursor, setCursor: set, walk, told };
}
