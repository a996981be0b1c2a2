import type { users } from "@/drizzle/schema/accounts";
import type { Visitor } from "../core/actor";
import { deviceOf } from "../sessions/device";
import { countSignIn, countSignInAtDevice } from "./_count-sign-in";
import { matchesHash } from "./_password";
import { findUser } from "./find-user";

interface Guess {
  visitor: Visitor;
  /** `devices` is the device cookie; empty without one. */
  input: { email: string; password: string; devices: string };
}

/** A user as the password found them; `passwordHash` is what it was held against. */
export type VerifiedUser = typeof users.$inferSelect & { userId: string };

/**
 * The user a sign-in's password belongs to, or null. An unknown e-mail costs the same time and counts the
 * same. Throws rate_limited for a stranger who guesses; never for a browser the user signed in with before.
 */
export async function verifyPassword({ visitor, input }: Guess): Promise<VerifiedUser | null> {
  const { email, password, devices } = input;
  const user = await findUser({ email });
  const deviceId = user && deviceOf(devices, user);
  const counted = await (deviceId
    ? countSignInAtDevice(deviceId)
    : countSignIn(email, visitor.address));
  const caller = deviceId ? "known" : "stranger";
  const matches = await matchesHash(password, user?.passwordHash, caller);
  if (!user || !matches) return null;
  await counted.forgive();
  return { userId: user.id, ...user };
}
