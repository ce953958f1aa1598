import type { BackflowLink, Code, DatasetId, Delivery } from '../model/index.js';
import { daysToReturn, landingRate, onTimeRate, sumRows } from './measures.js';

/** How much of what a unit reported up comes back to it (domain §10). */
export interface BackflowClosure {
  department: Code;
  links: BackflowLink[];
  /** Datasets that it provides and that flow on to others, and those that a link names as collected by it. */
  reported: DatasetId[];
  /** Those of them that a link brings back and of which something has landed. */
  returned: DatasetId[];
  /** returned ÷ reported; null when nothing was reported. */
  closureRate: number | null;
  daysToReturn: number | null;
  onTimeRate: number | null;
  rowsSent: number;
  rowsLanded: number;
  landingRate: number | null;
  overdue: number;
  broken: number;
}

const CARRYING: readonly BackflowLink['state'][] = ['DELIVERING', 'LANDED', 'OVERDUE'];

/** The closure of one unit from the links that serve it and their deliveries; `day` is today. Pure. */
export function closureOf(
  department: Code,
  reported: readonly DatasetId[],
  links: readonly BackflowLink[],
  deliveriesOf: (link: Code) => readonly Delivery[],
  day: string,
): BackflowClosure {
  const deliveries = links.flatMap((link) => deliveriesOf(link.code));
  const comesBack = (link: BackflowLink) =>
    CARRYING.includes(link.state) && deliveriesOf(link.code).some(({ rowsLanded }) => rowsLanded > 0);
  const collected = (some: readonly BackflowLink[]) => some.flatMap((link) => link.collected ?? []);
  const all = [...new Set([...reported, ...collected(links)])].sort();
  const returned = [...new Set(collected(links.filter(comesBack)))].sort();
  return {
    department,
    links: [...links],
    reported: all,
    returned,
    closureRate: all.length === 0 ? null : returned.length / all.length,
    daysToReturn: daysToReturn(deliveries),
    onTimeRate: onTimeRate(deliveries, day),
    ...sumRows(deliveries),
    landingRate: landingRate(deliveries),
    overdue: links.filter(({ state }) => state === 'OVERDUE').length,
    broken: links.filter(({ state }) => state === 'BROKEN').length,
  };
}
