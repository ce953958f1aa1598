import type { MaskingMethod } from '../../model/index.js';

/** Functions that mask, by name (any case, with or without a schema before it) or by pattern. */
export interface MaskingRules {
  functions?: Readonly<Record<string, MaskingMethod>> | undefined;
}

const HASH =
  /^(md5\w*|sha[12]?(_\w+)?|sha_?(224|256|384|512)\w*|sm3\w*|hash(bytes|_\w+)?|\w*hash(32|64|128)|standard_hash|ora_hash|hmac\w*|xxhash\w*|crc32c?|blake\w*|digest|farm_?fingerprint|sip_?hash\w*|city_?hash\w*)$/;
const ENCRYPT =
  /^((aes|des|3des|tdes|sm4|sm2|rsa|des3|pgp_sym|pgp_pub|sym)_?encrypt(_\w+)?|encrypt(by\w+)?|sm4(_enc\w*)?|sm2(_enc\w*)?|tokenize|fpe_?encrypt|加密\w*)$/u;
const DECRYPT =
  /^((aes|des|3des|tdes|sm4|sm2|rsa|des3|pgp_sym|pgp_pub|sym)_?decrypt(_\w+)?|decrypt(by\w+)?|sm4_dec\w*|sm2_dec\w*|解密\w*)$/u;
const COVER = /^(mask(_\w+)?|\w+_mask|desensiti[sz]e\w*|\w*_desensiti[sz]e|.*(脱敏|打码|掩码|遮盖|遮蔽).*)$/u;
const GENERALIZE = /^(generali[sz]e\w*|\w+_generali[sz]e|k_?anon\w*|.*(概化|泛化).*)$/u;
/** Packages of Oracle and Dameng: the function's name alone says nothing. */
const PACKAGES: Readonly<Record<string, MaskingMethod>> = {
  'dbms_crypto.hash': 'HASH',
  'dbms_crypto.mac': 'HASH',
  'dbms_obfuscation_toolkit.md5': 'HASH',
  'dbms_crypto.encrypt': 'ENCRYPT',
};

/** The method by which a function masks what it is given; 'DECRYPT' when it undoes one, null when it does neither. */
export function maskingOf(name: string, rules?: MaskingRules): MaskingMethod | 'DECRYPT' | null {
  const whole = name.toLowerCase();
  const last = whole.slice(whole.lastIndexOf('.') + 1);
  for (const [known, method] of Object.entries(rules?.functions ?? {})) {
    const wanted = known.toLowerCase();
    if (wanted === whole || wanted === last) return method;
  }
  if (whole in PACKAGES) return PACKAGES[whole]!;
  if (whole === 'dbms_crypto.decrypt' || DECRYPT.test(last)) return 'DECRYPT';
  if (HASH.test(last)) return 'HASH';
  if (ENCRYPT.test(last)) return 'ENCRYPT';
  if (COVER.test(last)) return 'COVER';
  return GENERALIZE.test(last) ? 'K_ANON' : null;
}

/** Functions that hand on a part of a text. */
export const takesPart = (name: string): boolean =>
  /^(left|right|substr|substring|mid|substringutf8|leftutf8|rightutf8|substrb|strleft|strright)$/.test(name);

/** Functions that write another text over what is given first, by the place of that text among the arguments. */
export const REPLACEMENT_AT: Readonly<Record<string, number>> = {
  replace: 2,
  regexp_replace: 2,
  regexp_replace_one: 2,
  replaceall: 2,
  replaceone: 2,
  replaceregexpall: 2,
  replaceregexpone: 2,
  translate: 2,
  overlay: 1,
  stuff: 3,
  insert: 3,
};

/** A literal that stands for what is hidden: `***`, `****@`, `＊＊`, `xxxx`. */
export const isCover = (literal: string): boolean => /[*＊●•×]|^[#xX]{3,}$|^-{0,2}[xX]{3,}-?$/u.test(literal);
