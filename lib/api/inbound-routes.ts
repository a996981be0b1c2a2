import { getInbound } from "../inbound/get-inbound";
import { listInbound } from "../inbound/list-inbound";
import { inboundOperations } from "../operations/inbound-operations";
import { serve } from "./serve";

/** `/api/inbound`: what phones sent to the account. */
export const inboundRoutes = serve(inboundOperations, {
  async listInbound({ token: actor, query }) {
    const { data, nextCursor } = await listInbound({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  getInbound: ({ token: actor, params }) =>
    getInbound({ actor, input: { messageId: params.message_id } }),
});
