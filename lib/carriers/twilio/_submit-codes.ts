import type { SubmitClass } from "../http/outcome-of-class";

interface SubmitCode {
  cls: SubmitClass;
  words: string;
}

/** Why Twilio does not take a message, by its code (twilio.com/docs/api/errors). */
export const submitCodes: ReadonlyMap<string, SubmitCode> = new Map([
  ["20003", { cls: "auth", words: "Twilio does not accept the account SID or its auth token." }],
  ["20429", { cls: "throttled", words: "Too many simultaneous requests to Twilio." }],
  ["20503", { cls: "server", words: "Twilio is temporarily unavailable." }],
  ["21211", { cls: "bounce", words: "The recipient is not a valid phone number." }],
  ["21265", { cls: "permanent", words: "The recipient is a short code." }],
  [
    "21401",
    { cls: "sender", words: "The sender is not a phone number that this account can use." },
  ],
  ["21408", { cls: "sender", words: "The account may not send to the recipient's country." }],
  ["21602", { cls: "permanent", words: "The message has no text." }],
  ["21606", { cls: "sender", words: "The sender can't send SMS to this recipient." }],
  ["21608", { cls: "sender", words: "A trial account can send only to verified numbers." }],
  ["21610", { cls: "bounce", words: "The recipient has opted out of messages from this sender." }],
  ["21612", { cls: "permanent", words: "There is no route from this sender to the recipient." }],
  ["21614", { cls: "bounce", words: "The recipient is not a mobile number." }],
  ["21617", { cls: "permanent", words: "The text is too long." }],
  ["21635", { cls: "bounce", words: "The recipient is a landline." }],
]);
