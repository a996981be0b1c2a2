import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

/** The browser at the other end, as far as it is known. */
export interface Visitor {
  address: string | null;
  userAgent: string | null;
}

/** Starts a session for a user and returns its id. */
export async function createSession(
  userId: string,
  { address, userAgent }: Visitor,
): Promise<string> {
  const id = randomUUID();
  await db()
    .insert(sessions)
    .values({
      id,
      userId,
      expiresAt: new Date(Date.now() + sessionLifetime.absoluteMs),
      address: address !== null && isIP(address) ? address : null,
      userAgent: userAgent?.replaceAll("\0", "").slice(0, 300) ?? null,
    });
  return id;
}
