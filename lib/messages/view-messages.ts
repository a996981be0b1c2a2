import type { messages } from "@/drizzle/schema/messages";
import { webhookStatesOf } from "../deliveries/webhook-states";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { isTerminal } from "./status";

/** Rows of one account in the words of the wire, with the state of their webhooks: one look-up for all of them. */
export async function viewMessages(
  accountId: string,
  rows: (typeof messages.$inferSelect)[],
): Promise<MessageView[]> {
  const ended = rows.filter(({ status }) => isTerminal(status)).map(({ id }) => id);
  const states = await webhookStatesOf(accountId, ended);
  return rows.map((row) => ({
    ...toMessageView(row),
    webhook_state: states.get(row.id) ?? "none",
  }));
}
