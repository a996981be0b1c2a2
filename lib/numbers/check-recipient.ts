import "server-only";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { completePolishMobile } from "../sms/polish-mobile";

// The numbers that steer the simulator must stay sendable whatever a numbering plan says of them.
const simulatorNumber = /^48500000\d{3}$/;

/**
 * A sentence when no text message can reach this number (E.164 digits without the plus): it is not a possible
 * number, it is a fixed line, or it is a Polish number without its 48, which abroad would be a stranger's or
 * nobody's. A possible number in a range nobody lists is let through: ranges open all the time.
 */
export function checkRecipient(digits: string): string | undefined {
  if (simulatorNumber.test(digits)) return undefined;
  const number = parsePhoneNumberFromString(`+${digits}`);
  const isFixed = number?.getType() === "FIXED_LINE";
  const whole = completePolishMobile(digits);
  if (whole && (isFixed || !number?.isValid())) {
    return `${digits} has no country code: as a Polish number it is ${whole}.`;
  }
  if (!number?.isPossible()) {
    return `${digits} is not a possible phone number: check the country code and the number of digits.`;
  }
  if (isFixed) return `${digits} is a fixed line, which cannot receive SMS.`;
  return undefined;
}
