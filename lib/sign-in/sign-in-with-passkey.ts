import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { addressGroup } from "../attempts/address-group";
import { giveAttemptsBack, takeAttempts } from "../attempts/attempts";
import type { Visitor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { usePasskey } from "../passkeys/use-passkey";
import { unknownPasskey, verifyPasskey } from "../passkeys/verify-passkey";
import { openSession } from "./_open-session";
import { recordFailure } from "./_record-failure";

const windowMs = 15 * 60_000;
/** Of one network; only what failed counts, so an office that shares an address signs in as often as it likes. */
const maxFailures = 100;

interface Answer {
  visitor: Visitor;
  /** `browser` is what its cookie says, `response` a `PasskeyAnswer`. Nobody has checked either. */
  input: { browser: string; response: unknown };
}

/**
 * Signs in who has a passkey. Their device asked for a PIN, a finger, or a face, so it is both steps at once: no code is
 * asked for. Throws unauthorized, and rate_limited after 100 failures of a network in 15 minutes.
 */
export async function signInWithPasskey({ visitor, input }: Answer) {
  const counted = await countTry(visitor.address);
  const { passkey, counter } = await verifyPasskey({ input });
  const { userId } = passkey;
  const who = { id: userId };
  if (counter === null) {
    recordFailure({ visitor, who, step: "passkey" });
    throw unknownPasskey();
  }
  const opened = await db()
    .transaction(async (tx) => {
      // Waits for a new password under way, which ends passkeys: it must not miss a session that one opens.
      const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("share");
      if (!user) throw unknownPasskey();
      await usePasskey({ id: passkey.id, counter }, tx);
      return openSession({ ...user, userId }, visitor, tx);
    })
    .catch((error: unknown) => {
      if (error instanceof AppError) recordFailure({ visitor, who, step: "passkey" });
      throw error;
    });
  await giveAttemptsBack(counted);
  return opened;
}

/** Counts a try before it is looked at, and returns what to give back once it turns out well. */
async function countTry(address: string | null): Promise<string[]> {
  const group = addressGroup(address);
  if (!group) return [];
  const key = `sign-in:passkey:${group}`;
  await takeAttempts([{ key, most: maxFailures, windowMs }]);
  return [key];
}
