import { accounts, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { grantCredits } from "../credits/grant-credits";
import type { Language } from "../language/language";
import { hashPassword, refuseGuessable } from "./_password";
import { SignUpInput } from "./contract";

interface NewAccount {
  email: string;
  password: string;
  /** Welcome credits; the installation's `WELCOME_CREDITS` unless given. */
  credits?: number | undefined;
  /** What they read, if that is known. */
  language?: Language | undefined;
}

export interface CreatedAccount {
  accountId: string;
  userId: string;
  email: string;
  credits: number;
}

/** Opens an account with its first user and its welcome credits, all or nothing. */
export async function createAccount(input: NewAccount): Promise<CreatedAccount> {
  const { email, password } = parseInput(SignUpInput, input);
  refuseGuessable(password, email, "password");
  const credits = input.credits ?? env().WELCOME_CREDITS;
  const passwordHash = await hashPassword(password);
  const accountId = newId();
  const userId = newId();
  await db().transaction(async (tx) => {
    await tx.insert(accounts).values({ id: accountId, name: email });
    const created = await tx
      .insert(users)
      .values({ id: userId, accountId, email, passwordHash, language: input.language ?? null })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (created.length === 0) throw emailTaken();
    if (credits !== 0) await grantCredits({ accountId, credits, note: "Welcome credits" }, tx);
  });
  return { accountId, userId, email, credits };
}

function emailTaken(): AppError {
  const sentence = "There is already an account with this e-mail. Sign in instead.";
  return new AppError("invalid_request", sentence, { fields: { email: [sentence] } });
}
