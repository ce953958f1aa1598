import ELK from 'elkjs/lib/elk.bundled.js';
import { fromElk, type Layout, toElk } from '../graph-layout';
import { buildModel, type LineageModel } from '../lineage-model';
import type { LineageAnswer } from '../lineage-types';
import type { Measure } from '../pen';
import { placeBoxes } from '../place-boxes';
import type { PaintWords } from '../scene';
import { type Elements, toElements } from '../to-elements';

const elk = new ELK();

/** The same layout as on the page, in this thread: ELK's places, and our own for what ELK is not given. */
export async function layOut(elements: Elements): Promise<Layout> {
  const layout = fromElk(await elk.layout(toElk(elements)));
  return { ...layout, places: placeBoxes(elements.shapes, elements.pairs, layout.places) };
}

export const modelOf = (answer: LineageAnswer): LineageModel => buildModel([answer], [], new Map());
export const elementsOf = (answer: LineageAnswer): Elements => toElements(modelOf(answer), new Set());

/** Good enough without a canvas: a Chinese letter is one em wide, others about half. */
export const roughMeasure: Measure = (text, size) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2000' ? size : size * 0.56), 0);

export const words: PaintWords = {
  more: (n) => `还有 ${n} 个字段`,
  fewer: '收起',
  fields: (n) => `${n} 个字段`,
  backflow: (n, cadences) => [`回流 · ${n} 字段`, ...cadences].join(' · '),
  returning: (n) => `折返 ${n}`,
  boxes: (n) => `${n} 个`,
  group: ({ datasets, fields }) => [`${datasets} 数据集 · ${fields} 字段`],
};
