import { publicId } from "../core/ids";
import { recordedAt } from "./event-body";
import type { WebhookEvent } from "./event-contract";

/** How a verification ended. */
export interface VerificationEnd {
  id: string;
  status: "approved" | "expired";
  endedAt: Date;
  clientRef: string | null;
  test: boolean;
}

/** The event of each end. */
export function verificationEventOf({ status }: Pick<VerificationEnd, "status">): WebhookEvent {
  return status === "approved" ? "verification.approved" : "verification.expired";
}

/** The body of a verification's event as it is signed and posted: neither the number nor the code. */
export function verificationBody(eventId: string, end: VerificationEnd): string {
  return JSON.stringify({
    event: verificationEventOf(end),
    verification_id: publicId("ver", end.id),
    [`${end.status}_at`]: end.endedAt.toISOString(),
    id: publicId("evt", eventId),
    timestamp: recordedAt(eventId).toISOString(),
    status: end.status,
    client_ref: end.clientRef,
    test: end.test,
  });
}
