import { eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { twoStepTurned } from "../accounts/account-mails";
import { EnableTotpInput } from "../accounts/contract";
import { mailUser } from "../accounts/mail-user";
import { storeTotp } from "../accounts/store-totp";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { publishSessionsChange } from "../queue/notice";
import { endOtherSessions } from "../sessions/end-other-sessions";
import { replaceRecoveryCodes } from "./_recovery-codes";
import { twoStepSentences } from "./sentences";
import { countCodeGuess, forgetCodeGuesses, takeTotpCode, wrongCode } from "./verify-code";

interface Enabled {
  /** The recovery codes, which are never shown again. */
  codes: string[];
  isMailSent: boolean;
  /** Whether the user's other sessions were ended with it, as asked. */
  hasEndedOthers: boolean;
}

interface Wanted {
  actor: UserActor;
  /** A `EnableTotpInput` that nobody has checked. */
  input: unknown;
}

/** Turns two-step sign-in on with a first code of the app, and ends every other session if that is asked. */
export async function enableTotp({ actor, input }: Wanted): Promise<Enabled> {
  demandToAct(actor);
  const { userId, sessionId, accountId } = actor;
  const { code, end_other_sessions: hasEndedOthers } = parseInput(EnableTotpInput, input);
  await countCodeGuess({ sessionId });
  const codes = await db().transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!user?.totpSecret || user.totpEnabledAt) {
      throw new AppError("conflict", twoStepSentences.startAgain);
    }
    if (!(await takeTotpCode(user, code.replace(/\s/g, ""), tx))) throw wrongCode();
    await storeTotp({ userId, totp: { totpEnabledAt: sql`now()` } }, tx);
    if (hasEndedOthers) await endOtherSessions({ actor, tx });
    const target = { name: actor.email };
    await recordActivity({ actor, action: "two_step.enabled", target }, tx);
    return replaceRecoveryCodes(userId, tx);
  });
  if (hasEndedOthers) publishSessionsChange(accountId);
  await forgetCodeGuesses({ sessionId });
  const isMailSent = await mailUser(userId, twoStepTurned("on"));
  return { codes, isMailSent, hasEndedOthers };
}
