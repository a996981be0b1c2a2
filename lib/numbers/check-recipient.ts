import "server-only";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

// The numbers that steer the simulator must stay sendable whatever a numbering plan says of them.
const simulatorNumber = /^48500000\d{3}$/;

/**
 * A sentence when no text message can reach this number (E.164 digits without the plus): it is not a possible
 * number, or it is a fixed line. A possible number in a range nobody lists is let through: ranges open all the time.
 */
export function checkRecipient(digits: string): string | undefined {
  if (simulatorNumber.test(digits)) return undefined;
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number?.isPossible()) {
    return `${digits} is not a possible phone number: check the country code and the number of digits.`;
  }
  if (number.getType() === "FIXED_LINE")
    return `${digits} is a fixed line, which cannot receive SMS.`;
  return undefined;
}
