import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { findCarrier } from "../carriers/choose-carrier";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { secrets } from "../core/secrets";
import { internalCalls } from "../operations/internal-calls";
import { isCarrierAddress } from "../receipts/is-carrier-address";
import { parseCallback } from "../receipts/parse-callback";
import { recordReceipts } from "../receipts/record-receipts";
import { refuseCallback } from "../receipts/refuse-callback";
import { isSigned } from "../webhooks/is-signed";
import type { ApiEnv } from "./context";
import type { Route } from "./mount";
import { parseJson } from "./parse-json";
import { readText } from "./read-json";

/** The carrier out there; the simulator is this installation itself. */
const upstream = "upstream";

type Refusal = Parameters<typeof refuseCallback>[0]["reason"];

/**
 * `/api/webhooks/{carrier}/{secret}`: a carrier's delivery events. The unguessable path is the proof,
 * since the documented API signs nothing; of an upstream that does, the signature is proof as well.
 * 2xx only after commit; what is rejected is kept.
 */
export const webhookRoutes: Route[] = [
  { call: internalCalls.receiveCarrierEvents, respond: receiveEvents },
];

async function receiveEvents(c: Context<ApiEnv>): Promise<Response> {
  const { carrier = "", secret = "" } = c.req.param();
  const body = await readText(c.req.raw);
  if (!findCarrier(carrier)) return refuse(c, "unknown_carrier", body);
  if (!isSecret(secret)) return refuse(c, "wrong_secret", body);
  const doubt = carrier === upstream ? doubtOf(c, body) : undefined;
  if (doubt) return refuse(c, doubt, body);
  const payload = readEvents(body);
  if (payload === undefined) return refuse(c, "invalid_json", body);
  const receipts = parseCallback(payload);
  if (!receipts) return refuse(c, "unknown_shape", body);
  const { placed, parked } = await recordReceipts(carrier, receipts);
  if (parked > 0 && placed === 0) {
    throw new AppError("not_found", "No message has this ID. The event is stored for now.");
  }
  return c.json({ received: placed, kept: parked });
}

async function refuse(c: Context<ApiEnv>, reason: Refusal, body: string): Promise<never> {
  const carrier = c.req.param("carrier") ?? "";
  await refuseCallback({ carrier, reason, address: c.env.clientAddress, body });
  if (reason === "invalid_json") throw new AppError("invalid_json", "The body is not valid JSON.");
  if (reason === "unknown_shape") {
    const sentence = "Unknown event format.";
    throw new AppError("invalid_request", sentence, { fields: { event: [sentence] } });
  }
  if (reason === "wrong_signature") {
    throw new AppError("unauthorized", "The signature is invalid or too old.");
  }
  throw new AppError("not_found", "Nothing was found at this URL.");
}

/** What speaks against a request that knows the path. */
function doubtOf(c: Context<ApiEnv>, body: string): Refusal | undefined {
  if (!isCarrierAddress(c.env.clientAddress)) return "wrong_address";
  const { SMS_API_WEBHOOK_SECRET } = env();
  if (SMS_API_WEBHOOK_SECRET === undefined) return undefined;
  const header = (name: string) => c.req.header(name);
  return isSigned({ header, body }, SMS_API_WEBHOOK_SECRET) ? undefined : "wrong_signature";
}

/** Both sides are hashed, so that neither content nor length shows in the time. */
function isSecret(candidate: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(candidate), digest(secrets().carrierWebhook));
}

function readEvents(text: string): unknown {
  try {
    return parseJson(Buffer.from(text)) ?? undefined;
  } catch {
    return undefined;
  }
}
