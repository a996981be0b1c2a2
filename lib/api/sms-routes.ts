import { invalidFields } from "../core/invalid-fields";
import { listMessages } from "../message-log/list-messages";
import type { Caller } from "../messages/caller";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { rescheduleMessage } from "../messages/reschedule-message";
import { batchOperations } from "../operations/batch-operations";
import { sendOperations } from "../operations/send-operations";
import { smsOperations } from "../operations/sms-operations";
import { messageRate } from "../sending/limit-messages";
import { sendMessage } from "../sending/send-message";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { receiveBatch } from "./receive-batch";
import { apiSentences } from "./sentences";
import { serve } from "./serve";

/** `POST /api/sms`. */
export const sendRoutes = serve(sendOperations, {
  async sendMessage({ token, body, c }) {
    const wire = withHeaderKey(await body(), c.req.header("idempotency-key"));
    const { accepted, isReplay } = await sendMessage(wire, callerOf(token));
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return accepted;
  },
});

/** `POST /api/sms/batch`. */
export const batchRoutes = serve(batchOperations, {
  async sendBatch({ token, c }) {
    const caller = callerOf(token);
    const answer = await receiveBatch(c.req.raw, caller);
    c.set("messageRate", await messageRate(caller));
    return answer;
  },
});

/** `/api/sms`: list, look up, reschedule, and cancel messages. */
export const smsRoutes = serve(smsOperations, {
  async listMessages({ token: actor, query }) {
    const { data, nextCursor } = await listMessages({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  getMessage: ({ token: actor, params }) =>
    getMessage({ actor, input: { messageId: params.message_id } }),
  rescheduleMessage: async ({ token: actor, params, body }) =>
    rescheduleMessage({ actor, input: { messageId: params.message_id, wanted: await body() } }),
  cancelMessage: ({ token: actor, params }) =>
    cancelMessage({ actor, input: { messageId: params.message_id } }),
});

function callerOf({ accountId, tokenId, mode }: AuthenticatedToken): Caller {
  return { accountId, tokenId, test: mode === "test", source: "api" };
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
    idempotency_key: [apiSentences.keysDiffer],
  });
}
