import { listMessages } from "../message-log/list-messages";
import { cancelMessage } from "../messages/cancel-message";
import { getMessage } from "../messages/get-message";
import { rescheduleMessage } from "../messages/reschedule-message";
import { batchOperations } from "../operations/batch-operations";
import { sendOperations } from "../operations/send-operations";
import { smsOperations } from "../operations/sms-operations";
import { messageRate } from "../sending/limit-messages";
import { sendMessage } from "../sending/send-message";
import { rememberToken } from "../tokens/remember-token";
import { demandUndecided, isMessageCounted } from "./attempt";
import { receiveBatch } from "./receive-batch";
import { serve } from "./serve";
import { withHeaderKey } from "./with-header-key";

/** `POST /api/sms`. */
export const sendRoutes = serve(sendOperations, {
  async sendMessage({ token: actor, body, c }) {
    const { attempt } = c.env;
    demandUndecided(actor, attempt);
    const input = withHeaderKey(await body(), c.req.header("idempotency-key"));
    const isCounted = isMessageCounted(actor, attempt);
    const { accepted, isReplay } = await sendMessage({ actor, input, isCounted });
    // A dry run proves nothing, so it would only be looked up after all.
    if (accepted.message_id !== null) rememberToken(actor);
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return accepted;
  },
});

/** `POST /api/sms/batch`. */
export const batchRoutes = serve(batchOperations, {
  async sendBatch({ token: actor, c }) {
    const answer = await receiveBatch(c.req.raw, actor);
    c.set("messageRate", await messageRate(actor));
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
