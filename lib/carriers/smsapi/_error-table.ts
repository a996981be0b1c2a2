import type { SubmitClass } from "../http/outcome-of-class";

interface KnownError {
  cls: SubmitClass;
  /** For whoever sent the message. */
  words: string;
}

const wrongParameter = "SMSAPI does not accept one of the parameters.";
const account = "The account at SMSAPI is not authorized.";

/** The error codes of sms.do (smsapi.pl/docs, Kody błędów). */
const errors: Record<number, KnownError> = {
  8: { cls: "server", words: "SMSAPI could not process the request." },
  11: {
    cls: "permanent",
    words: "The text is empty, too long, or has characters that are not allowed.",
  },
  12: { cls: "permanent", words: "The text has more parts than allowed." },
  13: { cls: "bounce", words: "The number is not valid, or blocked at SMSAPI." },
  14: { cls: "sender", words: "The sender is not allowed: register it at SMSAPI." },
  19: { cls: "permanent", words: "The request has too many messages." },
  27: { cls: "permanent", words: wrongParameter },
  40: { cls: "permanent", words: wrongParameter },
  41: { cls: "permanent", words: wrongParameter },
  52: { cls: "throttled", words: "Too many messages to this number within a minute." },
  53: { cls: "dup", words: "SMSAPI has this message already." },
  56: { cls: "permanent", words: "SMSAPI does not accept this validity." },
  57: { cls: "bounce", words: "The number is blocked at SMSAPI." },
  59: { cls: "bounce", words: "The recipient has opted out at SMSAPI." },
  94: { cls: "permanent", words: "Links are not allowed in the text." },
  98: {
    cls: "sender",
    words: "The account at SMSAPI is limited to its owner's number until it is verified.",
  },
  101: { cls: "auth", words: account },
  102: { cls: "auth", words: account },
  103: { cls: "credit", words: "The account at SMSAPI has no points left." },
  104: { cls: "permanent", words: wrongParameter },
  105: { cls: "auth", words: "SMSAPI does not accept requests from this server's IP address." },
  110: { cls: "sender", words: "The account at SMSAPI may not send this message." },
  112: { cls: "sender", words: "The account at SMSAPI may not send to this country." },
  200: { cls: "server", words: "SMSAPI could not send the message." },
  201: { cls: "server", words: "SMSAPI has an internal error." },
  202: { cls: "throttled", words: "Too many simultaneous requests to SMSAPI." },
  203: { cls: "throttled", words: "Too many simultaneous requests to SMSAPI." },
  401: { cls: "auth", words: "The token at SMSAPI may not send messages." },
  997: { cls: "auth", words: "SMSAPI requires HTTPS." },
  999: { cls: "server", words: "SMSAPI has an internal error." },
};

/** What an error of SMSAPI means. One of 200 to 299 or from 900 is its own; any other new one is about the request. */
export function smsapiError(code: number): KnownError {
  const isTheirs = (code >= 200 && code < 300) || code >= 900;
  return (
    errors[code] ?? { cls: isTheirs ? "server" : "permanent", words: `${wrongParameter} (${code})` }
  );
}
