import { z } from "zod";
import type { Carrier, CarrierKind } from "../carrier";
import { submitEach } from "../http/submit-each";
import { baseUrl, carrierSecret } from "../settings";
import { attemptTwilio } from "./_attempt-twilio";
import { readBalance } from "./_read-balance";
import { receiveReport } from "./_receive-report";
import { twilioAccount } from "./_twilio-account";
import { verifyReport } from "./_verify-report";

const settings = z.strictObject({
  url: baseUrl
    .default("https://api.twilio.com")
    .describe("Base URL of the API; another one for an account in another region."),
  account_sid: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, "must be AC and 32 hexadecimal digits")
    .describe("SID of the account."),
  auth_token: carrierSecret.describe("Auth token of the account; it also signs the callbacks."),
  messaging_service_sid: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/, "must be MG and 32 hexadecimal digits")
    .optional()
    .describe(
      "SID of a messaging service. Its sender pool then replaces the sender of each message.",
    ),
});

/**
 * Twilio's Messages API: one request per message, and a signed callback for each change of its status. It sends the
 * same message each time it receives the request, so a request without a response is not repeated.
 */
export const twilioKind: CarrierKind<typeof settings> = {
  kind: "twilio",
  settings,
  create: (
    { url, account_sid: accountSid, auth_token: authToken, messaging_service_sid },
    { name },
  ): Carrier => {
    const messagingServiceSid = messaging_service_sid;
    const account = twilioAccount({ name, url, accountSid, authToken, messagingServiceSid });
    return {
      name,
      dedupes: false,
      batchSize: 100,
      submit: submitEach((submission) => attemptTwilio(submission, account)),
      callbacks: {
        verify: (callback) => verifyReport(callback, account),
        receive: receiveReport,
      },
      health: () => readBalance(account),
    };
  },
};
