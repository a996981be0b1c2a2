import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import { countRecoveryCodes } from "./_recovery-codes";
import { openTotpSecret, totpAddress } from "./_totp";

export type TotpState =
  | { kind: "off" }
  /** The app may read `address` as a QR code, or a person type `secret`. */
  | { kind: "pending"; secret: string; address: string }
  | { kind: "on"; enabledAt: string; codesLeft: number };

/** How far a user's two-step sign-in is. The secret is only told while it counts for nothing yet. */
export async function getTotp({ actor }: { actor: UserActor }): Promise<TotpState> {
  // An administrator who views the account would get the second factor of one of its people.
  if (actor.viewing) return { kind: "off" };
  const { userId } = actor;
  const [user] = await db().select().from(users).where(eq(users.id, userId));
  if (!user?.totpSecret) return { kind: "off" };
  if (user.totpEnabledAt) {
    const codesLeft = await countRecoveryCodes(userId);
    return { kind: "on", enabledAt: user.totpEnabledAt.toISOString(), codesLeft };
  }
  const secret = openTotpSecret(user.totpSecret);
  if (!secret) return { kind: "off" };
  return { kind: "pending", secret, address: totpAddress(secret, user.email) };
}
