import { and, eq } from "drizzle-orm";
import { passkeys } from "@/drizzle/schema/passkeys";
import { confirmPassword } from "../accounts/confirm-password";
import { mailUser } from "../accounts/mail-user";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { passkeyRemoved } from "./_passkey-mails";
import { RemovePasskeyInput } from "./contract";
import { passkeySentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** A `RemovePasskeyInput` that nobody has checked. */
  input: unknown;
}

/** Removes a passkey of the user, for their password. Tells by mail, and says whether it left. Throws not_found, invalid_request. */
export async function removePasskey({ actor, input }: Wanted) {
  demandToAct(actor);
  const { passkey_id: id, password } = parseInput(RemovePasskeyInput, input);
  const { userId } = await confirmPassword({ actor, input: { password } });
  const name = await db().transaction(async (tx) => {
    const [removed] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
      .returning({ name: passkeys.name });
    if (!removed) throw new AppError("not_found", passkeySentences.notFound);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "passkey.removed", target, before: removed }, tx);
    return removed.name;
  });
  return { name, isMailSent: await mailUser(userId, passkeyRemoved(name)) };
}
