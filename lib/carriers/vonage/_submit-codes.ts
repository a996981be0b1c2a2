import type { SubmitClass } from "../http/outcome-of-class";

interface SubmitCode {
  cls: SubmitClass;
  words: string;
}

/** Why Vonage does not take a part, by its status (developer.vonage.com, SMS API, error codes). */
export const submitCodes: ReadonlyMap<string, SubmitCode> = new Map([
  ["1", { cls: "throttled", words: "More messages per second than the account may send." }],
  ["2", { cls: "permanent", words: "A field is missing." }],
  ["3", { cls: "permanent", words: "A field has a value that Vonage does not accept." }],
  ["4", { cls: "auth", words: "Vonage does not accept the API key or its secret." }],
  ["5", { cls: "server", words: "An internal error of Vonage." }],
  ["6", { cls: "permanent", words: "Vonage can't send to this number." }],
  ["7", { cls: "bounce", words: "The number is barred from messages." }],
  ["8", { cls: "auth", words: "The account at Vonage is suspended." }],
  ["9", { cls: "credit", words: "The account at Vonage has no credit." }],
  ["10", { cls: "throttled", words: "Too many simultaneous connections to Vonage." }],
  ["11", { cls: "auth", words: "The account at Vonage may not use its HTTP API." }],
  ["12", { cls: "permanent", words: "The text is too long." }],
  ["14", { cls: "auth", words: "Vonage does not accept the signature." }],
  ["15", { cls: "sender", words: "The sender is not allowed." }],
  ["22", { cls: "permanent", words: "Vonage does not know the network." }],
  ["23", { cls: "permanent", words: "Vonage does not accept the callback URL." }],
  ["29", { cls: "sender", words: "A trial account can send only to the numbers on its list." }],
  ["32", { cls: "auth", words: "The request has both a signature and a secret." }],
  ["33", { cls: "bounce", words: "unknown_subscriber" }],
]);
