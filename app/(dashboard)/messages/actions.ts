"use server";

import { accountAction } from "@/lib/actions/account-action";
import { AppError } from "@/lib/core/errors";
import { cancelMessage } from "@/lib/messages/cancel-message";

/** Cancels a message that waits for its time. */
export const cancelFromPanel = accountAction(async ({ message_id }, { session }) => {
  if (typeof message_id !== "string") {
    throw new AppError("invalid_request", "Say which message to cancel.");
  }
  return cancelMessage(session.accountId, message_id, "panel");
});
