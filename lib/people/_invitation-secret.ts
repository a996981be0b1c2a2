import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";

/** A new secret for a mailed link, and what is kept of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

/** The invitation of a secret, while its link works. */
export function isInvitationOf(secret: string): SQL | undefined {
  return and(eq(invitations.hash, hashOf(secret)), gt(invitations.expiresAt, sql`now()`));
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
