import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';
import { paintScene } from './paint-scene';
import { createFitter } from './pen';
import { buildScene, DARK, LIGHT, type PaintState, QUIET } from './scene';
import { createSvgPen } from './svg-context';
import { tableRows } from './table-rows';
import { changning } from './testing/changning';
import { layOut, modelOf, roughMeasure, words } from './testing/lay-out';
import { toElements } from './to-elements';

const model = modelOf(changning);
// Opened, so that the fields without lineage are in the picture as they are in the table.
const elements = toElements(model, new Set(model.boxes.keys()));
const { places, ways } = await layOut(elements);
const scene = buildScene(model, elements, places, ways);

function paint(state: PaintState = QUIET, zoom = 1, theme = LIGHT) {
  const pen = createSvgPen();
  paintScene({ pen, theme, fitter: createFitter(roughMeasure), words, zoom, view: null }, scene, state);
  const count = (role: string) => pen.elements.filter((text) => text.includes(`class="${role}"`)).length;
  return { elements: pen.elements, count };
}

describe('the painter', () => {
  it('paints as many rows, chips and locks as the table twin has', () => {
    const { count } = paint();
    const rows = tableRows(model);
    expect(count('row')).toBe(rows.filter(({ row }) => row !== null).length);
    const graded = rows.filter(
      ({ row, box }) => row !== null || box.grade !== null || box.kind !== 'CONSUMER',
    );
    expect(count('chip')).toBe(graded.length);
    expect(count('title')).toBe(model.boxes.size);
    expect(count('lock')).toBe(model.edges.filter(({ masking }) => masking !== null).length);
    expect(count('personal') + count('personal sensitive')).toBe(
      [...model.rows.values()].filter(({ personalInfo }) => personalInfo !== 'NONE').length,
    );
  });

  it('draws every kind of edge in its own way: dashed, double, its own lane', () => {
    const { elements: drawn, count } = paint();
    const indirect = drawn.filter((text) => text.includes('class="edge indirect"'));
    expect(indirect.length).toBe(
      model.edges.filter(({ kind, backflow }) => kind === 'INDIRECT' && !backflow).length,
    );
    expect(indirect.every((text) => text.includes('stroke-dasharray'))).toBe(true);
    expect(
      drawn.filter((text) => text.includes('edge direct')).some((text) => text.includes('dasharray')),
    ).toBe(false);
    expect(count('edge coarse')).toBe(1);
    expect(count('edge backflow')).toBe(1);
    expect(count('pill')).toBe(1);
  });

  it('lights the rows of the path and fades the rest', () => {
    const lit = highlight(model, 'person.zjhm');
    const { count, elements: drawn } = paint({ ...QUIET, highlight: lit });
    const onPath = [...(lit?.reached.keys() ?? [])].filter((id) => model.rows.has(id));
    expect(count('lit-row')).toBe(onPath.length);
    expect(drawn.some((text) => text.includes('opacity="0.32"'))).toBe(true);
    expect(paint().elements.some((text) => text.includes('opacity="0.32"'))).toBe(false);
  });

  it('writes titles and letters at middle distance, and only blocks from far', () => {
    expect(paint(QUIET, 0.4).count('row')).toBe(0);
    expect(paint(QUIET, 0.4).count('bar')).toBe(model.rows.size);
    expect(paint(QUIET, 0.4).count('title')).toBe(model.boxes.size);
    expect(paint(QUIET, 0.1).elements.some((text) => text.startsWith('<text'))).toBe(false);
  });

  it('paints the same shapes in the dark', () => {
    const shapes = (texts: string[]) => texts.map((text) => text.split(' ')[0]);
    expect(shapes(paint(QUIET, 1, DARK).elements)).toEqual(shapes(paint().elements));
  });
});
