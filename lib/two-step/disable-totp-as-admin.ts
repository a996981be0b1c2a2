import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { twoStepTurned } from "../accounts/account-mails";
import { mailUser } from "../accounts/mail-user";
import { recordActivity } from "../activity/record-activity";
import { operatorOf } from "../core/actor";
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
  await db().transaction(async (tx) => {
    await dropTotp(user.id, tx);
    const actor = operatorOf(user.accountId);
    await recordActivity({ actor, action: "two_step.disabled", target: { name: email } }, tx);
  });
  return { wasOn: true, isMailSent: await mailUser(user.id, twoStepTurned("off")) };
}
