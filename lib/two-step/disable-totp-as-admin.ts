import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { twoStepTurned } from "../accounts/account-mails";
import { mailUser } from "../accounts/mail-user";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import { dropTotp } from "./_drop-totp";

/**
 * The administrator's way out for someone who lost app and recovery codes: turns their two-step sign-in
 * off and tells them by mail. Says whether it was on, and whether the mail left. Throws not_found.
 */
export async function disableTotpAsAdmin(
  typed: string,
): Promise<{ wasOn: boolean; isMailSent: boolean }> {
  const email = typed.trim().toLowerCase();
  const [user] = await db().select().from(users).where(eq(users.email, email));
  if (!user) throw new AppError("not_found", coreSentences.noAccountWith({ email }));
  if (!user.totpEnabledAt) return { wasOn: false, isMailSent: false };
  await db().transaction((tx) => dropTotp(user.id, tx));
  return { wasOn: true, isMailSent: await mailUser(user.id, twoStepTurned("off")) };
}
