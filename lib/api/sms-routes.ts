import { Hono } from "hono";
import { getMessage } from "../messages/get-message";
import { sendMessage } from "../messages/send-message";
import { invalidFields } from "../messages/validate-send";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { bearer } from "./bearer";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";
import { readJsonObject } from "./read-json";

const maxBodyBytes = 65_536;

/** `/api/sms`: send one message, look one up. */
export const smsRoutes = new Hono<ApiEnv>()
  .post("/", bearer("send"), async (c) => {
    const body = await readJsonObject(c.req.raw, maxBodyBytes);
    const wire = withHeaderKey(body, c.req.header("idempotency-key"));
    const { accepted, isReplay } = await sendMessage(wire, callerOf(c.get("token")));
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return c.json(accepted);
  })
  .all("/", methodNotAllowed("POST"))
  .get("/:messageId", bearer("read"), async (c) =>
    c.json(await getMessage(c.get("token").accountId, c.req.param("messageId"))),
  )
  .all("/:messageId", methodNotAllowed("GET"));

function callerOf({ accountId, tokenId, mode }: AuthenticatedToken) {
  return { accountId, tokenId, test: mode === "test", source: "api" as const };
}

/** The `Idempotency-Key` header, bare or as the quoted string of the IETF draft, is the field of that name. */
function withHeaderKey(
  body: Record<string, unknown>,
  header: string | undefined,
): Record<string, unknown> {
  const key = header?.trim().replace(/^"(.*)"$/, "$1");
  if (key === undefined) return body;
  const inBody = body["idempotency_key"];
  if (inBody === undefined || inBody === null) return { ...body, idempotency_key: key };
  if (String(inBody).toLowerCase() === key.toLowerCase()) return body;
  throw invalidFields({
    idempotency_key: ["The key in the body and in the Idempotency-Key header differ."],
  });
}
