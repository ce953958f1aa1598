'use client';

import { useEffect, useState } from 'react';
import { GRADES, type GradeToken } from '@/ui/tokens';
import { DARK, LIGHT, type Theme } from './scene';

/** System colours where a person has forced them: letters, dashes, locks and shapes still tell everything apart. */
function forced(): Theme {
  const grade = (letter: string): GradeToken => ({
    letter,
    fill: 'CanvasText',
    text: 'Canvas',
    bar: 'CanvasText',
  });
  const palette = Object.fromEntries(Object.keys(LIGHT.palette).map((key) => [key, 'CanvasText']));
  const fills = ['canvas', 'box', 'header', 'hover', 'bandEven', 'bandOdd', 'onAccent', 'litRow'];
  for (const key of fills) palette[key] = 'Canvas';
  return {
    palette: { ...LIGHT.palette, ...palette, path: 'Highlight' },
    grades: Object.fromEntries(
      GRADES.map((key) => [key, grade(LIGHT.grades[key].letter)]),
    ) as Theme['grades'],
  };
}

function current(): Theme {
  if (window.matchMedia('(forced-colors: active)').matches) return forced();
  return document.documentElement.dataset.theme === 'dark' ? DARK : LIGHT;
}

/** The palette that the page wears now. */
export function usePaintTheme(): Theme {
  const [theme, setTheme] = useState<Theme>(LIGHT);
  useEffect(() => {
    const read = () => setTheme(current());
    read();
    const media = window.matchMedia('(forced-colors: active)');
    media.addEventListener('change', read);
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      media.removeEventListener('change', read);
      observer.disconnect();
    };
  }, []);
  return theme;
}
