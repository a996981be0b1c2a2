const name = /^(?=.*[A-Za-z])[A-Za-z0-9.-](?:[A-Za-z0-9 .-]{0,9}[A-Za-z0-9.-])?$/;
// A short code has at most eight digits and a full number at least nine, so the plus can be dropped without doubt.
const shortCode = /^\d{3,8}$/;
const fullNumber = /^\+?[1-9]\d{8,14}$/;

/**
 * Whether a message may come from this: a name of 1–11 ASCII letters, digits, spaces, `.` or `-` with a letter and
 * no space at either end; a 3–8 digit short code; or a number of 9–15 digits in E.164 form, with or without the plus.
 */
export function isSender(value: string): boolean {
  return name.test(value) || shortCode.test(value) || fullNumber.test(value);
}
