/** Every state a message can be in. Which follows which is decided here alone, for statements in SQL too. */
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

const moves = {
  scheduled: ["queued", "sending", "expired", "cancelled"],
  // A receipt may be faster than the process that takes a lost worker's message up again.
  queued: ["sending", "sent", "delivered", "failed", "expired", "bounced", "cancelled"],
  sending: ["queued", "sent", "unknown", "delivered", "failed", "expired", "bounced"],
  sent: ["delivered", "failed", "expired", "bounced"],
  // Again only by the administrator's word: it may be the second copy.
  unknown: ["queued", "sent", "delivered", "failed", "expired", "bounced"],
  delivered: [],
  failed: [],
  expired: [],
  bounced: [],
  cancelled: [],
} as const satisfies Record<MessageStatus, readonly MessageStatus[]>;

/** The states that may follow one, for a statement that names its own. */
export type StatusAfter<From extends MessageStatus> = (typeof moves)[From][number];

/** Whether a message may go from one state to another. Terminal states never change. */
export function canMove(from: MessageStatus, to: MessageStatus): boolean {
  const following: readonly MessageStatus[] = moves[from];
  return following.includes(to);
}

/** The states from which a message may go to this one, in the order of `messageStatuses`. */
export function statusesBefore(to: MessageStatus): MessageStatus[] {
  return messageStatuses.filter((from) => canMove(from, to));
}

/** Whether this state is final. */
export function isTerminal(status: MessageStatus): boolean {
  return moves[status].length === 0;
}

/** Whether this names a state. */
export function isMessageStatus(name: string): name is MessageStatus {
  return messageStatuses.some((status) => status === name);
}
