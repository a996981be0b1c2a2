import { readNumber } from "../numbers/read-number";
import type { Country, Unreachable } from "../numbers/reading";
import { maxRecipients } from "../sms/split-numbers";
import { tooManyRecipients } from "./refuse-recipients";

/** What was written where a number belongs, and why no message can be sent to it. */
export interface UnreachableRecipient extends Unreachable {
  written: string;
}

interface Recipients {
  /** E.164 digits, each once, in order. */
  to: string[];
  unreachable: UnreachableRecipient[];
}

/**
 * The numbers among what was written, and why the rest is none. Those without a country code are read as the
 * country's. Throws invalid_request for more than one form sends to.
 */
export function readRecipients(written: readonly string[], country: Country | null): Recipients {
  if (written.length > maxRecipients) throw tooManyRecipients(written.length);
  const recipients: Recipients = { to: [], unreachable: [] };
  for (const each of written) {
    const reading = readNumber(each, country);
    if ("to" in reading) recipients.to.push(reading.to);
    else recipients.unreachable.push({ written: each, ...reading });
  }
  return { ...recipients, to: [...new Set(recipients.to)] };
}
