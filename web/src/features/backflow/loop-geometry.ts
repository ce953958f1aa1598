/** Measures of the loop picture in its own units. */
export const LOOP = {
  left: 104,
  right: 16,
  column: 100,
  box: 93,
  city: { y: 12, height: 52 },
  district: { y: 170, height: 58 },
  unit: { y: 330, height: 84 },
  bus: 430,
  busWidth: 44,
} as const;

interface Volume {
  collected: number;
  sent: number;
  landed: number;
}

export interface UnitShape {
  /** Middle of its column. */
  x: number;
  /** The way up: out of the box, along the bus, into the district. */
  up: { path: string; width: number };
  /** The way back: as wide as sent, filled as far as landed. */
  down: { sent: number; landed: number };
}

/** Where everything of the loop lies; widths of ways up and back share one scale, so that they can be compared. */
export function layOutLoop(units: readonly Volume[]): {
  width: number;
  height: number;
  shapes: UnitShape[];
} {
  const most = Math.max(1, ...units.map((unit) => Math.max(unit.collected, unit.sent)));
  const total = Math.max(
    1,
    units.reduce((sum, unit) => sum + unit.collected, 0),
  );
  // The bus must not grow too thick, nor a single way back wider than its box.
  const scale = Math.min(LOOP.busWidth / total, (LOOP.box - 24) / most);
  const wide = (rows: number) => (rows === 0 ? 0 : Math.max(1.5, rows * scale));
  let offset = 0;
  const shapes = units.map((unit, index) => {
    const x = LOOP.left + index * LOOP.column + LOOP.column / 2;
    const width = wide(unit.collected);
    const at = offset + width / 2;
    offset += width + (width > 0 ? 1 : 0);
    const bottom = LOOP.bus + at;
    const side = LOOP.left - 26 - at;
    const entry = LOOP.district.y + LOOP.district.height - 4 - at;
    return {
      x,
      up: {
        width,
        path: `M${x} ${LOOP.unit.y + LOOP.unit.height}V${bottom}H${side}V${entry}H${LOOP.left - 7}`,
      },
      down: { sent: wide(unit.sent), landed: wide(unit.landed) },
    };
  });
  return {
    width: LOOP.left + Math.max(1, units.length) * LOOP.column + LOOP.right,
    height: LOOP.bus + offset + 12,
    shapes,
  };
}
