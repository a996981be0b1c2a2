import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { addressGroup } from "./_address-group";
import { clearAttempts, giveAttemptsBack, hashForKey, type Limit, takeAttempts } from "./_attempts";
import { matchesHash } from "./_password";

const mostGuesses = 10;
const windowMs = 15 * 60_000;

interface Guess {
  email: string;
  password: string;
  address: string | null;
}

/** A user as the password found them; `passwordHash` is what it was held against. */
export type VerifiedUser = typeof users.$inferSelect & { userId: string };

/**
 * The user the password belongs to, or null. An unknown e-mail costs the same time and counts the same;
 * after ten wrong guesses in 15 minutes an e-mail or address has to wait, whatever it says then.
 */
export async function verifyPassword({
  email,
  password,
  address,
}: Guess): Promise<VerifiedUser | null> {
  const emailKey = emailAttemptsKey(email);
  const addresses = addressLimits(address);
  await takeAttempts([...addresses, { key: emailKey, most: mostGuesses, windowMs }]);
  const user = await findUser(email);
  const matches = await matchesHash(password, user?.passwordHash);
  if (!user || !matches) return null;
  await giveAttemptsBack(addresses.map(({ key }) => key));
  await clearAttempts(emailKey);
  return { userId: user.id, ...user };
}

/** Forgets the wrong guesses at an e-mail: its owner has a new password. */
export async function forgiveGuesses(email: string): Promise<void> {
  await clearAttempts(emailAttemptsKey(email));
}

function emailAttemptsKey(email: string): string {
  return `sign-in:email:${hashForKey(email)}`;
}

function addressLimits(address: string | null): Limit[] {
  const group = addressGroup(address);
  return group ? [{ key: `sign-in:address:${group}`, most: mostGuesses, windowMs }] : [];
}

async function findUser(email: string) {
  // PostgreSQL has no text with NUL, so nobody has such an e-mail.
  if (email.includes("\0")) return undefined;
  const [user] = await db().select().from(users).where(eq(users.email, email));
  return user;
}
