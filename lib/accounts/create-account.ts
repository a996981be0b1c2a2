import { accounts, users } from "@/drizzle/schema/accounts";
import { operatorOf } from "../core/actor";
import { db, type Tx } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { grantCredits } from "../credits/grant-credits";
import type { Language } from "../language/language";
import { hashPassword, refuseGuessable } from "./_password";
import { welcomeAddress } from "./_welcome-address";
import { SignUpInput } from "./contract";
import { accountSentences } from "./sentences";

interface NewAccount {
  email: string;
  password: string;
  /** Credits to start with, whoever it is. Left out: `WELCOME_CREDITS`, once per email address. */
  credits?: number | undefined;
  /** What they read, if that is known. */
  language?: Language | undefined;
  /** It administers the installation if it is the first account; for who is at the machine. */
  mayAdminister?: boolean;
}

export interface CreatedAccount {
  accountId: string;
  userId: string;
  email: string;
  credits: number;
  /** There are welcome credits, but another account of this address had them. */
  isWelcomeWithheld: boolean;
}

async function isAlone(tx: Tx): Promise<boolean> {
  const [other] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
  return !other;
}

/**
 * Opens an account with its first user and its credits, all or nothing. Welcome credits go to the first
 * account of an address, in whatever spelling; later accounts open with none.
 */
export async function createAccount(input: NewAccount): Promise<CreatedAccount> {
  const { email, password } = parseInput(SignUpInput, input);
  refuseGuessable(password, email, "password");
  const passwordHash = await hashPassword(password, "stranger");
  const accountId = newId();
  const userId = newId();
  const start = await db().transaction(async (tx) => {
    const isFirst = await welcomeAddress(email, tx);
    const { credits, isWelcomeWithheld } = startingCredits(input.credits, isFirst);
    const admin = input.mayAdminister === true && (await isAlone(tx));
    await tx
      .insert(accounts)
      .values({ id: accountId, name: email, welcomeWithheld: isWelcomeWithheld, admin });
    const created = await tx
      .insert(users)
      .values({ id: userId, accountId, email, passwordHash, language: input.language ?? null })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (created.length === 0) throw emailTaken();
    if (credits !== 0) {
      const input = { credits, note: "Welcome credits" };
      await grantCredits({ actor: operatorOf(accountId), input, tx });
    }
    return { credits, isWelcomeWithheld };
  });
  return { accountId, userId, email, ...start };
}

function startingCredits(chosen: number | undefined, isFirst: boolean) {
  const welcome = env().WELCOME_CREDITS;
  if (chosen !== undefined) return { credits: chosen, isWelcomeWithheld: false };
  return { credits: isFirst ? welcome : 0, isWelcomeWithheld: !isFirst && welcome > 0 };
}

function emailTaken(): AppError {
  const sentence = accountSentences.emailTakenAtSignUp;
  return new AppError("invalid_request", sentence, { fields: { email: [sentence] } });
}
