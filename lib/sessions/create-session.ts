import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { sessions } from "@/drizzle/schema/accounts";
import { db, type Tx } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

/** The browser at the other end, as far as it is known. */
export interface Visitor {
  address: string | null;
  userAgent: string | null;
}

/** Starts a session for a user and returns its id. Joins `tx` when given. */
export async function createSession(
  userId: string,
  { address, userAgent }: Visitor,
  tx: Tx = db(),
): Promise<string> {
  const id = randomUUID();
  await tx.insert(sessions).values({
    id,
    userId,
    expiresAt: new Date(Date.now() + sessionLifetime.absoluteMs),
    address: address !== null && isIP(address) ? address : null,
    userAgent: userAgent?.replaceAll("\0", "").slice(0, 300) ?? null,
  });
  return id;
}
