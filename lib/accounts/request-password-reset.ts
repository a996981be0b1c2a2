import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { passwordReset } from "./_account-mails";
import { addressGroup } from "./_address-group";
import { hashForKey, takeAttempts } from "./_attempts";
import { mailUser } from "./_mail-user";
import { issueTicket } from "./_tickets";
import { RequestResetInput } from "./contract";
import { mailedLinkLifeMs } from "./session-lifetime";

const windowMs = 60 * 60_000;
const mostPerEmail = 5;
const mostPerAddress = 20;

/**
 * Mails a link that sets a new password, if somebody has this e-mail. The answer never depends on that,
 * nor does its time: the look-up and the mail come after it. Throws rate_limited, alike for everyone.
 */
export async function requestPasswordReset(input: unknown, address: string | null): Promise<void> {
  const { email } = parseInput(RequestResetInput, input);
  const group = addressGroup(address);
  const byAddress = group
    ? [{ key: `reset:address:${group}`, most: mostPerAddress, windowMs }]
    : [];
  const byEmail = { key: `reset:email:${hashForKey(email)}`, most: mostPerEmail, windowMs };
  await takeAttempts([...byAddress, byEmail]);
  mailLink(email).catch((error) => log().error({ err: error }, "a reset link could not be made"));
}

async function mailLink(email: string): Promise<void> {
  if (email.includes("\0")) return;
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) return;
  const wanted = { kind: "reset", userId: user.id, lifeMs: mailedLinkLifeMs } as const;
  const ticket = await db().transaction((tx) => issueTicket(wanted, tx));
  await mailUser(user.id, passwordReset(ticket));
}
