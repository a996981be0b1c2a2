import { z } from "zod";
import { limitedText } from "../../core/limited-text";
import type { Carrier, CarrierKind } from "../carrier";
import { httpClient } from "../http/http-client";
import { submitEach } from "../http/submit-each";
import { baseUrl, carrierSecret } from "../settings";
import { attemptVonage } from "./_attempt-vonage";
import { readBalance } from "./_read-balance";
import { receiveReport } from "./_receive-report";
import { signatureMethods, verifyReport } from "./_verify-report";

const settings = z.strictObject({
  url: baseUrl.default("https://rest.nexmo.com").describe("Base URL of the SMS API."),
  api_key: limitedText(64).min(1).describe("API key of the account."),
  api_secret: carrierSecret.describe("API secret of the account."),
  signature_secret: carrierSecret
    .optional()
    .describe(
      "Signature secret of the account, if it signs its callbacks; then all must be signed.",
    ),
  signature_method: z
    .enum(signatureMethods)
    .default("md5hash")
    .describe("How the account's callbacks are signed."),
});

/**
 * Vonage's SMS API: one request per message. Each part of a message has its own ID and its own receipt. It sends the same
 * message each time it receives the request, so a request without a response is not repeated.
 */
export const vonageKind: CarrierKind<typeof settings> = {
  kind: "vonage",
  settings,
  create: (
    { url, api_key: apiKey, api_secret: apiSecret, signature_secret: secret, signature_method },
    { name },
  ): Carrier => {
    const account = { name, client: httpClient(url), apiKey, apiSecret };
    const signing = secret === undefined ? undefined : { secret, method: signature_method };
    return {
      name,
      dedupes: false,
      batchSize: 100,
      submit: submitEach((submission) => attemptVonage(submission, account)),
      callbacks: {
        verify: (callback) => verifyReport(callback, signing),
        receive: receiveReport,
      },
      health: () => readBalance(account),
    };
  },
};
