import { plainText } from "../../core/plain-text";
import { storableText } from "../../core/storable-text";
import type { Receipt } from "../carrier";

/** What a message came to that the phone could not send. */
export type Failure = Pick<Receipt, "reason" | "unquoted" | "carrierCode"> & {
  status: "failed" | "expired" | "bounced";
};

const maxLength = 300;

/** What Android and the app say of a message that was not sent (docs.sms-gate.app, FAQ, Errors), and what that means. */
const failures: { said: RegExp; status: Failure["status"]; words: string }[] = [
  // TP-Status of the report, 3GPP TS 23.040, 9.2.3.15: 70 is "SM validity period expired".
  { said: /delivery result.*: 70$/i, status: "expired", words: "not_delivered_in_time" },
  {
    said: /delivery result/i,
    status: "failed",
    words: "The mobile network could not deliver it.",
  },
  { said: /ttl expired/i, status: "expired", words: "The phone did not send it in time." },
  {
    said: /RESULT_ERROR_GENERIC_FAILURE/,
    status: "failed",
    words: "The mobile network rejected it: the SIM may have no credit, no signal, or a fault.",
  },
  {
    said: /RESULT_ERROR_LIMIT_EXCEEDED/,
    status: "failed",
    words: "The phone or the mobile network allows no more messages for now.",
  },
  {
    said: /RESULT_ERROR_(NO_SERVICE|RADIO_OFF)/,
    status: "failed",
    words: "The phone had no mobile network.",
  },
  {
    said: /RESULT_ERROR_NO_DEFAULT_SMS_APP|no sims? found|SEND_SMS/i,
    status: "failed",
    words: "The phone cannot send: it has no SIM, or the app has no permission to send SMS.",
  },
  {
    said: /invalid.*(number|address|recipient)|(number|address|recipient).*invalid/i,
    status: "bounced",
    words: "The number is not valid.",
  },
];

/** What the reason of a failed message means; a reason that nobody knows is shown as the phone says it. */
export function failureOf(reason: string): Failure {
  const said = plainText(storableText(reason.slice(0, maxLength)));
  const known = failures.find((each) => each.said.test(said));
  return {
    status: known?.status ?? "failed",
    reason: known?.words ?? (said || null),
    ...(!known && said && { unquoted: null }),
    carrierCode: codeIn(said),
  };
}

/** The constant of Android's SmsManager, or the status in the network's report. */
function codeIn(said: string): string | null {
  const [, status] = /delivery result.*: (\d{1,3})$/i.exec(said) ?? [];
  if (status !== undefined) return `TP-ST ${status}`;
  return /RESULT_[A-Z_]+/.exec(said)?.[0] ?? null;
}
