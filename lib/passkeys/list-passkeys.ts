import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import { passkeysOf } from "./_passkeys-of";
import type { PasskeyView } from "./contract";

/** The passkeys of a user, the oldest first. None to who views their account. */
export async function listPasskeys({ actor }: { actor: UserActor }): Promise<PasskeyView[]> {
  if (actor.viewing) return [];
  return (await passkeysOf(actor.userId, db())).map(({ id, name, createdAt, lastUsedAt }) => ({
    passkeyId: id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
