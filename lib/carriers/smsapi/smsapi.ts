import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { Carrier, CarrierHealthReport, CarrierKind } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";
import { httpClient } from "../http/http-client";
import { submitEach } from "../http/submit-each";
import { allowedAddresses, baseUrl, carrierSecret, isAllowedBy } from "../settings";
import { attemptSmsapi, type SmsapiAccount } from "./_attempt-smsapi";
import { receiveReports } from "./receive-reports";

const settings = z.strictObject({
  url: baseUrl
    .prefault("https://api.smsapi.pl")
    .describe("Base URL of the API: https://api.smsapi.pl, or https://api.smsapi.com."),
  token: carrierSecret.describe("OAuth token with the right to send, from the customer portal."),
  addresses: allowedAddresses.describe(
    "Addresses or CIDR ranges its reports must come from; any when empty. SMSAPI has used 89.174.81.98, 91.185.187.219, 213.189.53.211, 31.186.83.18, and 212.91.26.253; ask it for the current ones.",
  ),
});

/**
 * SMSAPI.pl and SMSAPI.com. A message goes out with our own ID as its `idx`, and is known by it: in reports, and when the
 * request is repeated. Nothing is signed, so the secret in the path is the proof, and the address if there is a list.
 */
export const smsapiKind: CarrierKind<typeof settings> = {
  kind: "smsapi",
  settings,
  create: ({ url, token, addresses }, { name }): Carrier => {
    const account: SmsapiAccount = { name, client: httpClient(url), token };
    const isAllowed = isAllowedBy(addresses);
    return {
      name,
      // For 24 hours; a message that is older than that is not submitted again.
      dedupes: true,
      batchSize: 100,
      submit: submitEach((submission) => attemptSmsapi(submission, account)),
      callbacks: {
        verify: (callback) => {
          if (!hasCallbackSecret(callback)) return "wrong_secret";
          return isAllowed(callback.address) ? undefined : "wrong_address";
        },
        receive: receiveReports,
      },
      health: () => askBalance(account),
    };
  },
};

const Profile = z.object({ points: z.union([z.number(), z.string().max(40)]).nullish() });

/** GET /profile: the points that are left; an account that pays afterwards has none. */
async function askBalance({ client, token }: SmsapiAccount): Promise<CarrierHealthReport> {
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  const { status, text } = await client({ method: "GET", path: "/profile", headers });
  const profile = Profile.safeParse(jsonIn(text));
  if (status !== 200 || !profile.success) throw new Error(`SMSAPI answered HTTP ${status}`);
  const { points } = profile.data;
  return {
    balance:
      points === null || points === undefined ? null : { amount: `${points}`, unit: "points" },
  };
}
