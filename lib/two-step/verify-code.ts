import { isNull, lt, or } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { storeTotp } from "../accounts/store-totp";
import { clearAttempts, takeAttempts } from "../attempts/attempts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { takeRecoveryCode } from "./_recovery-codes";
import { matchingStep, openTotpSecret } from "./_totp";
import { twoStepSentences } from "./sentences";

const maxGuesses = 10;
const windowMs = 15 * 60_000;

type CodeHolder = Pick<typeof users.$inferSelect, "id" | "totpSecret">;

/** Who guesses: somebody with the password of a user, or a session. They count apart. */
type Guesser = { userId: string } | { sessionId: string };

/** Counts a guess at a user's code before it is made. Throws rate_limited after ten in 15 minutes. */
export async function countCodeGuess(guesser: Guesser): Promise<void> {
  await takeAttempts([{ key: guessKey(guesser), most: maxGuesses, windowMs }]);
}

/** Forgets the guesses: the code was right. */
export async function forgetCodeGuesses(guesser: Guesser): Promise<void> {
  await clearAttempts(guessKey(guesser));
}

/** Uses up a code of the authenticator app or a recovery code. Throws invalid_request when it is neither, or was used. */
export async function takeCode(user: CodeHolder, code: string, tx: Tx): Promise<void> {
  const digits = code.replace(/\s/g, "");
  const isAccepted = /^\d{6}$/.test(digits)
    ? await takeTotpCode(user, digits, tx)
    : await takeRecoveryCode(user.id, code, tx);
  if (!isAccepted) throw wrongCode();
}

/** Whether an app's code is right and newer than the last one that was taken. */
export async function takeTotpCode(
  { id, totpSecret }: CodeHolder,
  digits: string,
  tx: Tx,
): Promise<boolean> {
  const secret = totpSecret === null ? undefined : openTotpSecret(totpSecret);
  const step = secret === undefined ? null : matchingStep(secret, digits);
  if (step === null) return false;
  const isNewer = or(isNull(users.totpLastStep), lt(users.totpLastStep, step));
  return storeTotp({ userId: id, totp: { totpLastStep: step }, only: isNewer }, tx);
}

export function wrongCode(): AppError {
  const sentence = twoStepSentences.wrongCode;
  return new AppError("invalid_request", sentence, { fields: { code: [sentence] } });
}

function guessKey(guesser: Guesser): string {
  return "userId" in guesser ? `code:user:${guesser.userId}` : `code:session:${guesser.sessionId}`;
}
