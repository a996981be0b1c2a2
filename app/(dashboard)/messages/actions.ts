"use server";

import { accountAction } from "@/lib/actions/account-action";
import { AppError } from "@/lib/core/errors";
import { sentences } from "@/lib/core/sentence";
import { cancelMessage } from "@/lib/messages/cancel-message";
import { getMessage } from "@/lib/messages/get-message";
import { rescheduleMessage } from "@/lib/messages/reschedule-message";
import { sendMessage } from "@/lib/sending/send-message";

/** Cancels a message that waits for its time. */
export const cancelFromPanel = accountAction(async ({ message_id }, { actor }) =>
  cancelMessage({ actor, input: { messageId: named(message_id) } }),
);

/** Moves a message that waits for its time to another one. */
export const moveFromPanel = accountAction(async ({ message_id, scheduled_at }, { actor }) =>
  rescheduleMessage({ actor, input: { messageId: named(message_id), wanted: { scheduled_at } } }),
);

/** Sends a message once more, as a new one under the form's own key: pressed twice, it is sent once. */
export const resendFromPanel = accountAction(async ({ message_id, idempotency_key }, { actor }) => {
  const input = { messageId: named(message_id) };
  const { from, to, body, client_ref, metadata, test } = await getMessage({ actor, input });
  const { accepted } = await sendMessage({
    actor: { ...actor, mode: test ? "test" : "live" },
    input: { from, to, body, client_ref, metadata, idempotency_key },
  });
  return accepted;
});

const { noMessage } = sentences("messages-page", {
  noMessage: { en: "No message selected.", pl: "Nie wybrano wiadomości." },
});

function named(messageId: unknown): string {
  if (typeof messageId === "string") return messageId;
  throw new AppError("invalid_request", noMessage);
}
