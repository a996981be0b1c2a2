import { eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { Facts } from "../activity/contract";
import { recordActivity } from "../activity/record-activity";
import type { Visitor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { endUserSessions } from "../sessions/end-user-sessions";
import { publishEnded } from "../sessions/publish-ended";
import { readTicket } from "../tickets/read-ticket";
import { dropTickets, takeTicket } from "../tickets/tickets";
import { forgiveSignIns } from "./_count-sign-in";
import { hashPassword, refuseGuessable } from "./_password";
import { passwordChanged } from "./account-mails";
import { ResetPasswordInput } from "./contract";
import { mailUser } from "./mail-user";
import { accountSentences } from "./sentences";

interface Wanted {
  visitor: Visitor;
  /** A `ResetPasswordInput` that nobody has checked. */
  input: unknown;
  /** Ends what else signs the user in, in the same transaction, and says for the record what that was. */
  alsoEnd?: (userId: string, tx: Tx) => Promise<Facts>;
}

/**
 * Sets the password by a mailed ticket, once; ends every session, half-made sign-in and other mailed link,
 * and tells by mail. It signs nobody in, so two-step sign-in still asks. Returns the user's id. Throws
 * not_found for a dead link, invalid_request.
 */
export async function resetPassword({ visitor, input, alsoEnd }: Wanted): Promise<string> {
  const { ticket: secret, new_password } = parseInput(ResetPasswordInput, input);
  const ticket = await readTicket("reset", secret);
  if (!ticket) throw deadLink();
  const { email } = ticket;
  refuseGuessable(new_password, email, "new_password");
  const passwordHash = await hashPassword(new_password, "known");
  const userId = await db().transaction(async (tx) => {
    const taken = await takeTicket({ kind: "reset", secret }, tx);
    if (!taken) throw deadLink();
    const { userId } = taken;
    const [user] = await tx
      .update(users)
      .set({ passwordHash, deviceGeneration: sql`${users.deviceGeneration} + 1` })
      .where(eq(users.id, userId))
      .returning();
    if (!user) throw deadLink();
    await endUserSessions(userId, tx);
    await dropTickets(userId, ["reset", "second_step", "email"], tx);
    const { address, userAgent } = visitor;
    const person = { accountId: user.accountId, userId, email: user.email, address, userAgent };
    const target = { name: user.email };
    const after = await alsoEnd?.(userId, tx);
    const actor = { kind: "user", ...person } as const;
    await recordActivity({ actor, action: "password.reset", target, after }, tx);
    return userId;
  });
  await publishEnded(userId);
  await forgiveSignIns(email);
  await mailUser(userId, passwordChanged());
  return userId;
}

function deadLink(): AppError {
  return new AppError("not_found", accountSentences.deadResetLink);
}
