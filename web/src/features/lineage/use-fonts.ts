'use client';

import { useEffect, useState } from 'react';
import { FONT_STACK } from '@/ui/tokens';
import type { LineageModel } from './lineage-model';

/** Longest wait for a font: a slow font must not hold back the picture, which is painted again when it arrives. */
const PATIENCE = 250;

/**
 * True once the fonts for all words of the model are there. With unicode-range subsets an empty sample would load
 * nothing, so the texts themselves are asked for.
 */
export function useFontsFor(model: LineageModel | null): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!model || ready) return;
    const parts = [...model.boxes.values(), ...model.rows.values()].map(({ label }) => label);
    const letters = [...new Set(parts.join(''))].join('');
    const family = FONT_STACK.split(',')[0] ?? 'sans-serif';
    const loads = [400, 600, 700].map((weight) => document.fonts.load(`${weight} 14px ${family}`, letters));
    const wait = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    let gone = false;
    Promise.race([Promise.allSettled(loads), wait]).then(() => {
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
    };
  }, [model, ready]);
  return ready;
}
