import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { findCarrier } from "../carriers/choose-carrier";
import { parseCallback } from "../carriers/parse-callback";
import { AppError } from "../core/errors";
import { secrets } from "../core/secrets";
import { recordReceipts } from "../messages/record-receipts";
import { refuseCallback } from "../webhooks/refuse-callback";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";
import { readText } from "./read-json";

const maxBodyBytes = 262_144;

/**
 * `/api/webhooks/{carrier}/{secret}`: a carrier's delivery events. The unguessable path is the proof,
 * since the documented API signs nothing. 2xx only after commit; what is turned away is kept.
 */
export const webhookRoutes = new Hono<ApiEnv>()
  .post("/:carrier/:secret", async (c) => {
    const carrier = c.req.param("carrier");
    const body = await readText(c.req.raw, maxBodyBytes);
    if (!findCarrier(carrier)) return refuse(c, "unknown_carrier", body);
    if (!isSecret(c.req.param("secret"))) return refuse(c, "wrong_secret", body);
    const payload = parseJson(body);
    if (payload === undefined) return refuse(c, "invalid_json", body);
    const receipts = parseCallback(payload);
    if (!receipts) return refuse(c, "unknown_shape", body);
    const { placed, parked } = await recordReceipts(carrier, receipts);
    if (parked > 0 && placed === 0) {
      throw new AppError("not_found", "No message is known by this id. The event is kept for now.");
    }
    return c.json({ received: placed, kept: parked });
  })
  .all("/:carrier/:secret", methodNotAllowed("POST"));

async function refuse(
  c: Context<ApiEnv>,
  reason: "unknown_carrier" | "wrong_secret" | "invalid_json" | "unknown_shape",
  body: string,
): Promise<never> {
  const carrier = c.req.param("carrier") ?? "";
  await refuseCallback({ carrier, reason, address: c.env.clientAddress, body });
  if (reason === "invalid_json") throw new AppError("invalid_json", "The body is not valid JSON.");
  if (reason === "unknown_shape") {
    const sentence = "This is none of the known event shapes.";
    throw new AppError("invalid_request", sentence, { fields: { event: [sentence] } });
  }
  throw new AppError("not_found", "There is nothing here.");
}

/** Both sides are hashed, so that neither content nor length shows in the time. */
function isSecret(candidate: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(candidate), digest(secrets().carrierWebhook));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
