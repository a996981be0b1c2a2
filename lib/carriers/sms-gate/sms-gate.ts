import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { Carrier, CarrierHealthReport, CarrierKind } from "../carrier";
import { httpClient } from "../http/http-client";
import { submitEach } from "../http/submit-each";
import { baseUrl, carrierSecret } from "../settings";
import { askPhone } from "./_ask-phone";
import { attemptPhone, type Phone } from "./_attempt-phone";
import { verifyEvent } from "./_verify-event";
import { receiveEvents } from "./receive-events";
import { registerWebhooks } from "./register-webhooks";

const settings = z.strictObject({
  url: baseUrl.describe(
    "Address of the app's API: http://PHONE:8080 for a phone in your network, https://api.sms-gate.app/3rdparty/v1 for the app's cloud, https://HOST/api/3rdparty/v1 for its private server.",
  ),
  username: z.string().min(1).max(200).describe("User name that the app shows."),
  password: carrierSecret.describe("Password that the app shows."),
  signing_key: carrierSecret
    .optional()
    .describe("Signing key of the app's webhooks; when set, every report must be signed with it."),
  sim: z
    .number()
    .int()
    .min(1)
    .max(3)
    .optional()
    .describe("Slot of the SIM to send with, 1 to 3; the phone chooses if omitted."),
});

/**
 * An Android phone with the app SMS Gateway for Android (sms-gate.app), directly or over the app's cloud or private
 * server, which take the same requests. Each message has our ID there, and is sent once however often it is submitted.
 */
export const smsGateKind: CarrierKind<typeof settings> = {
  kind: "sms-gate",
  settings,
  create: ({ url, signing_key: signingKey, username, password, sim }, { name }): Carrier => {
    const phone: Phone = { client: httpClient(url), username, password, sim };
    return {
      name,
      dedupes: true,
      hasOwnNumber: true,
      batchSize: 20,
      submit: submitEach((submission) => attemptPhone(submission, phone), slots),
      callbacks: {
        verify: (callback) => verifyEvent(callback, signingKey),
        receive: (callback) => receiveEvents(callback, sim),
      },
      health: () => askHealth(phone),
    };
  },
  setUp,
};

/** Registers the webhooks that the phone reports by. */
async function setUp(
  phone: z.output<typeof settings>,
  { name, allowHttp }: { name: string; allowHttp: boolean },
): Promise<string[]> {
  const registered = await registerWebhooks({ carrier: name, phone, allowHttp });
  const what = registered.length > 0 ? registered.join(", ") : "nothing new";
  return [`The phone reports to this installation: ${what} registered.`];
}

/** A phone is no server: few requests at once. */
const slots = 4;

const Health = z.object({ status: z.string().optional() });

/** GET /health: a phone that is well answers 200, without any balance. */
async function askHealth(phone: Phone): Promise<CarrierHealthReport> {
  const { status, text } = await askPhone(phone.client, phone, { method: "GET", path: "/health" });
  const said = Health.safeParse(jsonIn(text)).data?.status;
  if (status !== 200 || said === "fail") {
    throw new Error(`The phone says that it is not well: HTTP ${status} ${said ?? ""}`.trimEnd());
  }
  return { balance: null };
}
