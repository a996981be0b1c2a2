import { type Context, Hono } from "hono";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { ListMessagesQuery, type MessagePage } from "../message-log/list-contract";
import { listMessages } from "../message-log/list-messages";
import type { Caller } from "../messages/caller";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { rescheduleMessage } from "../messages/reschedule-message";
import { messageRate } from "../sending/limit-messages";
import { sendMessage } from "../sending/send-message";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { bearer } from "./bearer";
import type { ApiEnv } from "./context";
import { parametersOf } from "./demand-known-query";
import { methodNotAllowed } from "./method-not-allowed";
import { readJsonObject } from "./read-json";
import { readQuery } from "./read-query";
import { receiveBatch } from "./receive-batch";

/** `/api/sms`: send, list, look up, move and cancel messages. */
export const smsRoutes = new Hono<ApiEnv>()
  .post("/", bearer("send"), async (c) => {
    const body = await readJsonObject(c.req.raw);
    const wire = withHeaderKey(body, c.req.header("idempotency-key"));
    const { accepted, isReplay } = await sendMessage(wire, callerOf(c.get("token")));
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return c.json(accepted);
  })
  .get("/", bearer("read", parametersOf(ListMessagesQuery)), async (c) => c.json(await list(c)))
  .all("/", methodNotAllowed("GET", "POST"))
  .post("/batch", bearer("send"), async (c) => {
    const caller = callerOf(c.get("token"));
    const answer = await receiveBatch(c.req.raw, caller);
    c.set("messageRate", await messageRate(caller));
    return c.json(answer);
  })
  .all("/batch", methodNotAllowed("POST"))
  .get("/:messageId", bearer("read"), async (c) =>
    c.json(await getMessage(c.get("token"), c.req.param("messageId"))),
  )
  .patch("/:messageId", bearer("send"), async (c) => {
    const wire = await readJsonObject(c.req.raw);
    const { messageId } = c.req.param();
    return c.json(await rescheduleMessage({ ...c.get("token"), messageId }, wire));
  })
  .delete("/:messageId", bearer("send"), async (c) =>
    c.json(await cancelMessage(c.get("token"), c.req.param("messageId"), "api")),
  )
  .all("/:messageId", methodNotAllowed("GET", "PATCH", "DELETE"));

function callerOf({ accountId, tokenId, mode }: AuthenticatedToken): Caller {
  return { accountId, tokenId, test: mode === "test", source: "api" };
}

async function list(c: Context<ApiEnv>): Promise<MessagePage> {
  const query = parseInput(ListMessagesQuery, readQuery(c.req.raw));
  const { data, nextCursor } = await listMessages(c.get("token"), query);
  return { data, next_cursor: nextCursor };
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
