import { and, eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { publishSessionsChange } from "../queue/notice";
import { endOtherSessions } from "../sessions/end-other-sessions";
import { dropTickets } from "../tickets/tickets";
import { hashPassword, refuseGuessable } from "./_password";
import { passwordChanged } from "./account-mails";
import { confirmPassword, notYourPassword } from "./confirm-password";
import { ChangePasswordInput } from "./contract";
import { mailUser } from "./mail-user";

const field = "current_password";

interface Wanted {
  actor: UserActor;
  /** A `ChangePasswordInput` that nobody has checked. */
  input: unknown;
}

/**
 * Sets a new password, ends every other session and half-made sign-in of the user, makes mailed links
 * worthless, and tells by mail. The old password is asked for and counted. Says whether the mail left.
 */
export async function changePassword({ actor, input }: Wanted): Promise<{ isMailSent: boolean }> {
  demandToAct(actor);
  const wanted = parseInput(ChangePasswordInput, input);
  refuseGuessable(wanted.new_password, actor.email, "new_password");
  const known = await confirmPassword({
    actor,
    input: { password: wanted.current_password, field },
  });
  const passwordHash = await hashPassword(wanted.new_password, "known");
  const { userId } = actor;
  await db().transaction(async (tx) => {
    // A reset or another browser may have been quicker; then the old password proves nothing any more.
    const changed = await tx
      .update(users)
      .set({ passwordHash, deviceGeneration: sql`${users.deviceGeneration} + 1` })
      .where(and(eq(users.id, userId), eq(users.passwordHash, known.passwordHash)))
      .returning({ id: users.id });
    if (changed.length === 0) throw notYourPassword(field);
    await endOtherSessions({ actor, tx });
    await dropTickets(userId, ["reset", "second_step", "email"], tx);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "password.changed", target }, tx);
  });
  publishSessionsChange(actor.accountId);
  return { isMailSent: await mailUser(userId, passwordChanged()) };
}
