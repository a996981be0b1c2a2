/** Every state a message can be in; `lib/messages/status.ts` is the one place that knows the moves. */
export const messageStatuses = [
  "scheduled",
  "queued",
  "sending",
  "sent",
  "unknown",
  "delivered",
  "failed",
  "expired",
  "bounced",
  "cancelled",
] as const;

export type MessageStatus = (typeof messageStatuses)[number];

const moves: Record<MessageStatus, readonly MessageStatus[]> = {
  scheduled: ["queued", "sending", "expired", "cancelled"],
  // A receipt may be faster than the process that takes a lost worker's message up again.
  queued: ["sending", "sent", "delivered", "failed", "expired", "bounced", "cancelled"],
  sending: ["queued", "sent", "unknown", "delivered", "failed", "expired", "bounced"],
  sent: ["delivered", "failed", "expired", "bounced"],
  unknown: ["queued", "sent", "delivered", "failed", "expired", "bounced"],
  delivered: [],
  failed: [],
  expired: [],
  bounced: [],
  cancelled: [],
};

/** Whether a message may go from one state to another. Terminal states never change. */
export function canMove(from: MessageStatus, to: MessageStatus): boolean {
  return moves[from].includes(to);
}

/** Whether this state is final. */
export function isTerminal(status: MessageStatus): boolean {
  return moves[status].length === 0;
}

/** Whether this names a state. */
export function isMessageStatus(name: string): name is MessageStatus {
  return messageStatuses.some((status) => status === name);
}
