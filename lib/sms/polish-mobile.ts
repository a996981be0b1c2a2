/** The beginnings of Polish mobile numbers (UKE's numbering plan), all of nine digits. */
const mobile = /^(?:45|5[0137]|6[069]|7[2389]|88)\d{7}$/;

/**
 * The whole number when these digits are a Polish mobile number as people at home write it, without 48. Some of
 * them are numbers of other countries as they stand: 530… is Cuba, 880… is Bangladesh.
 */
export function completePolishMobile(digits: string): string | undefined {
  return mobile.test(digits) ? `48${digits}` : undefined;
}
