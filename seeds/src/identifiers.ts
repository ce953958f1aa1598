import type { Rng } from './rng.js';

/**
 * Synthetic identifiers (domain §15): the check characters are right, the other parts are well formed but impossible
 * (area 310199 is not in use, serial 000 is never given), so no real person or enterprise can be hit.
 */
const UNUSED_AREA = '310199';
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const USCC_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const two = (n: number): string => String(n).padStart(2, '0');

/** Check character of a resident identity number's first 17 digits (GB 11643). */
export function idCheck(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return ID_CHECKS[sum % 11]!;
}

/** Check character of an organisation code's first 8 characters (GB 11714). */
export function orgCheck(first8: string): string {
  const sum = ORG_WEIGHTS.reduce((total, weight, i) => total + weight * ORG_CHARS.indexOf(first8[i]!), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Check character of a unified social credit code's first 17 characters (GB 32100). */
export function usccCheck(first17: string): string {
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * USCC_CHARS.indexOf(first17[i]!), 0);
  return USCC_CHARS[(31 - (sum % 31)) % 31]!;
}

/** 居民身份证号: unused area, serial 000. */
export function syntheticId(rng: Rng): string {
  const birth = `${rng.int(1940, 2019)}${two(rng.int(1, 12))}${two(rng.int(1, 28))}`;
  const first17 = `${UNUSED_AREA}${birth}000`;
  return first17 + idCheck(first17);
}

/** 统一社会信用代码: 91 + unused area + organisation code beginning MA000. */
export function syntheticUscc(rng: Rng): string {
  const pool = USCC_CHARS.slice(0, 10);
  const first8 = `MA000${rng.pick([...pool])}${rng.pick([...pool])}${rng.pick([...pool])}`;
  const org = orgCheck(first8);
  const first17 = `91${UNUSED_AREA}${first8}${org}`;
  return first17 + usccCheck(first17);
}

/** 手机号: well formed, subscriber part 0000xxxx, which is not given out. */
export function syntheticMobile(rng: Rng): string {
  return `199${'0000'}${String(rng.int(0, 9999)).padStart(4, '0')}`;
}

/** 新能源小型车号牌 with an all-zero serial head. */
export function syntheticPlate(rng: Rng): string {
  return `沪AD000${rng.int(10, 99)}`;
}

/** 不动产单元号 (28 characters) in the unused area. */
export function syntheticEstateUnit(rng: Rng): string {
  const parcel = String(rng.int(1, 99999)).padStart(5, '0');
  return `${UNUSED_AREA}000000GB${parcel}F${String(rng.int(1, 9999)).padStart(8, '0')}`;
}

const SAMPLES: Record<string, (rng: Rng) => string> = {
  居民身份证号: syntheticId,
  统一社会信用代码: syntheticUscc,
  手机号码: syntheticMobile,
  车牌号: syntheticPlate,
  不动产单元号: syntheticEstateUnit,
};

/** A made-up value of that kind for a description, or null when the kind has no pattern. */
export function sampleOf(kind: string | null, rng: Rng): string | null {
  const make = kind === null ? undefined : SAMPLES[kind];
  return make ? make(rng) : null;
}
