interface Item {
  id: string;
  day: string;
}

const MONTH = 30.4 * 86_400_000;

/** Where a key leads among deliveries in the order of their days: one on or back by right and left, about a month by down and up, the ends. */
export function stepFrom<T extends Item>(
  items: readonly T[],
  id: string | undefined,
  key: string,
): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  const here = items[at];
  if (!here) return key.startsWith('Arrow') ? items.at(-1) : undefined;
  const month = (turn: 1 | -1) => {
    const wanted = Date.parse(here.day) + turn * MONTH;
    const beyond = items.filter((item) => (Date.parse(item.day) - Date.parse(here.day)) * turn > 0);
    return beyond.sort(
      (a, b) => Math.abs(Date.parse(a.day) - wanted) - Math.abs(Date.parse(b.day) - wanted),
    )[0];
  };
  switch (key) {
    case 'ArrowRight':
      return items[at + 1];
    case 'ArrowLeft':
      return items[at - 1];
    case 'ArrowDown':
      return month(1);
    case 'ArrowUp':
      return month(-1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}
