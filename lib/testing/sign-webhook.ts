import { createHmac, randomBytes } from "node:crypto";

/** A secret of the shape that customers get. */
export function inventWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString("base64")}`;
}

/** The three headers of a webhook, signed by Standard Webhooks 1.0.0, written without the product's own signer. */
export function signWebhook({
  secret,
  body,
  sentAt,
}: Record<"secret" | "body", string> & { sentAt: Date }) {
  const id = "evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const mac = createHmac("sha256", Buffer.from(secret.slice("whsec_".length), "base64"));
  const signature = `v1,${mac.update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  return { id, timestamp, signature };
}
