import type { verifications } from "@/drizzle/schema/verifications";
import { publicId } from "../core/ids";
import { maxChecks, type VerificationView } from "./contract";

export type Verification = typeof verifications.$inferSelect;

/** A row in the words of the wire. One whose time is over is expired, also before the worker has said so. */
export function toVerificationView(row: Verification, now: Date): VerificationView {
  const hasLapsed = row.status === "pending" && row.expiresAt <= now;
  const endedAt = hasLapsed ? row.expiresAt : row.endedAt;
  return {
    verification_id: publicId("ver", row.id),
    status: hasLapsed ? "expired" : row.status,
    to: row.to,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
    attempts_left: Math.max(0, maxChecks - row.checks),
    sends: row.sends,
    message_id: row.messageId && publicId("msg", row.messageId),
    client_ref: row.clientRef,
    test: row.test,
  };
}
