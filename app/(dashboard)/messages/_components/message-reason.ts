import type { MessageView } from "@/lib/messages/contract";

type Reasoned = Pick<MessageView, "status" | "reason" | "wait_reason">;

/** Why a message waits, or why it did not arrive; null when nothing is to be said. */
export function messageReason({ status, reason, wait_reason }: Reasoned): string | null {
  return status === "delivered" ? null : (reason ?? wait_reason);
}

/** Whether it should have left and waits for its carrier. */
export function isWaiting({ status, wait_reason }: Reasoned): boolean {
  return status === "queued" && wait_reason !== null;
}
