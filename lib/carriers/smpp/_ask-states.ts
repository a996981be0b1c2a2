import { z } from "zod";
import { log } from "../../core/log";
import type { Receipt, UnreportedMessage } from "../carrier";
import { type AddressSettings, sourceFields } from "./_build-submissions";
import { describeStatus } from "./_error-codes";
import type { Links } from "./_links";
import { type ReceiptId, refOfResponse } from "./_message-id";
import { readState } from "./_read-receipt";

interface Asking {
  carrier: string;
  links: Links;
  settings: Pick<AddressSettings, "source"> & { receipt_id: ReceiptId };
}

/** For a place in the window; a carrier that is busy with messages is asked another time. */
const placeMs = 10_000;
/** Of one message: it has at most ten segments, and a response beside them is not ours. */
const maxParts = 255;

const Response = z.object({ message_ids: z.array(z.string().min(1)).max(maxParts) });

/**
 * Asks the carrier for the state of each message, part by part (query_sm: SMPP 3.4, section 4.8.1), and returns the
 * receipts of what has ended. Never rejects.
 */
export async function askStates(asking: Asking, messages: UnreportedMessage[]): Promise<Receipt[]> {
  const receipts = await Promise.all(
    messages.flatMap(({ from, response }) => {
      const { message_ids = [] } = Response.safeParse(response).data ?? {};
      return message_ids.map((messageId) => askState(asking, { from, messageId }));
    }),
  );
  return receipts.flatMap((receipt) => receipt ?? []);
}

async function askState(
  { carrier, links, settings }: Asking,
  { from, messageId }: { from: string; messageId: string },
): Promise<Receipt | undefined> {
  const link = await links.acquire(Date.now() + placeMs, false);
  if (!link) return undefined;
  const fields = { message_id: messageId, ...sourceFields(from, settings) };
  const reply = await link.request("query_sm", fields);
  links.release(link);
  if (reply.kind !== "response") return undefined;
  if (reply.status !== 0) {
    log().info({ carrier, detail: describeStatus(reply.status) }, "the carrier knows no state");
    return undefined;
  }
  const ref = refOfResponse(messageId, settings.receipt_id);
  const messageState = reply.pdu?.number("message_state") ?? -1;
  const errorCode = reply.pdu?.number("error_code") ?? 0;
  return readState({ ref, messageState, errorCode }, { query_sm: messageId });
}
