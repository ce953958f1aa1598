import { ms, percentile } from '../measure.js';
import type { Series, ShapeResult } from './shape.js';

export const TABLE_HEAD = [
  '| backflow | who | p50 / p95 ms | index cold is faster, p50 / p95 | index warm is faster, p50 / p95 | equal answers |',
  '|---|---|---|---|---|---|',
];

export const ratio = (a: Series, b: Series, share: number): number =>
  percentile(a.ms, share) / percentile(b.ms, share);

const factor = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value < 10 ? 2 : 1);
const both = (a: Series, b: Series): string => `${factor(ratio(a, b, 0.5))} / ${factor(ratio(a, b, 0.95))}`;
/** Microseconds keep three digits too. */
const time = (value: number): string => (value < 1 ? value.toPrecision(2) : ms(value));

/** The lines of one shape. */
export function rowsOfShape(result: ShapeResult): string[] {
  const { cold, warm, plain, asOf, diff, others } = result;
  const row = (line: Series, compared: string) =>
    `| ${result.graph.backflow} | ${line.name} | ${time(percentile(line.ms, 0.5))} / ${time(percentile(line.ms, 0.95))} | ${both(line, cold)} | ${both(line, warm)} | ${compared} |`;
  const told = (line: Series) => `${line.compared - line.wrong} of ${line.compared}`;
  const whole = `${result.checked - result.wrong} of ${result.checked}`;
  return [
    row(cold, whole),
    row(warm, whole),
    ...[asOf, diff, plain, ...others].map((line) => row(line, told(line))),
  ];
}

/** Where a shape's answers differ. */
export function faultsOf(result: ShapeResult): string[] {
  const { backflow } = result.graph;
  const series = [result.asOf, result.diff, result.plain, ...result.others];
  return [
    ...(result.wrong > 0
      ? [`${backflow}: ${result.wrong} answers of the index differ from the oracle's`]
      : []),
    ...series
      .filter((line) => line.wrong > 0)
      .map((line) => `${backflow}: ${line.wrong} answers of ${line.name} differ from the oracle's`),
  ];
}
