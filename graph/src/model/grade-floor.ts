import type { Grade, PersonalInfo } from './enums.js';

/** Mobile numbers and precise home addresses (domain §3.2). */
const CLOSE_CONTACT = /手机|移动电话|住址|家庭地址/;

/** The lowest grade a field may be filed at by its content (domain §3.2); null = no floor. */
export function gradeFloor(field: {
  personalInfo: PersonalInfo;
  personalInfoKind: string | null;
}): Grade | null {
  if (field.personalInfo === 'SENSITIVE') return 'L4';
  if (field.personalInfo === 'NONE') return null;
  return CLOSE_CONTACT.test(field.personalInfoKind ?? '') ? 'L3' : 'L2';
}
