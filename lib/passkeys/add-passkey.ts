import { and, eq } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { passkeys } from "@/drizzle/schema/passkeys";
import { mailUser } from "../accounts/mail-user";
import { recordActivity } from "../activity/record-activity";
import { demandToAct, type UserActor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { takeChallenge } from "./_challenge";
import { challengeIn } from "./_challenge-in";
import { passkeyAdded } from "./_passkey-mails";
import { passkeysOf } from "./_passkeys-of";
import { readResponse } from "./_read-response";
import { notVerified, verifyNew } from "./_verify-new";
import { maxPasskeys, NewPasskey, PasskeyNameInput } from "./contract";
import { demandRelyingParty } from "./relying-party";
import { passkeySentences } from "./sentences";
import { tooMany } from "./start-passkey";

interface Wanted {
  actor: UserActor;
  /** A `PasskeyNameInput`, and a `NewPasskey` as `response`, that nobody has checked. */
  input: { name?: unknown; response?: unknown };
}

/**
 * Adds the passkey that the browser made with what `startPasskey` gave it, once and soon: that is the proof of who asks.
 * Tells by mail, and says whether it left. Throws invalid_request, and conflict when there are twenty already.
 */
export async function addPasskey({ actor, input }: Wanted): Promise<{ isMailSent: boolean }> {
  demandToAct(actor);
  const party = demandRelyingParty();
  const { name } = parseInput(PasskeyNameInput, input);
  const response = readResponse(NewPasskey, input.response);
  if (!response) throw notVerified();
  const { userId, sessionId } = actor;
  if (!(await takeChallenge(challengeIn(response.response), { sessionId }))) throw tookTooLong();
  const { id: credentialId, publicKey, counter } = await verifyNew(response, party);
  const { transports } = response.response;
  const key = Buffer.from(publicKey).toString("base64url");
  await db().transaction(async (tx) => {
    await demandRoom(actor, tx);
    const [added] = await tx
      .insert(passkeys)
      .values({ id: newId(), userId, credentialId, publicKey: key, counter, transports, name })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    if (!added) throw new AppError("conflict", passkeySentences.isKnown);
    const target = { name: actor.email };
    await recordActivity({ actor, action: "passkey.added", target, after: { name } }, tx);
  });
  return { isMailSent: await mailUser(userId, passkeyAdded(name)) };
}

/**
 * Two that are added at the same moment take turns, and one waits for a new password under way: that ends the session, and
 * every passkey with it.
 */
async function demandRoom({ userId, sessionId }: UserActor, tx: Tx): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const [alive] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
  if (!alive) throw tookTooLong();
  if ((await passkeysOf(userId, tx)).length >= maxPasskeys) throw tooMany();
}

function tookTooLong(): AppError {
  return new AppError("invalid_request", passkeySentences.tookTooLong);
}
