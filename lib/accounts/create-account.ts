import { sql } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { systemOf } from "../activity/who";
import { operatorOf, type Visitor } from "../core/actor";
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
  /** Who signs up. Left out: the operator opens it. */
  visitor?: Visitor | undefined;
}

export interface CreatedAccount {
  accountId: string;
  userId: string;
  email: string;
  credits: number;
  /** There are welcome credits, but another account of this address had them. */
  isWelcomeWithheld: boolean;
}

/** An advisory lock of a transaction; the first number marks it as ours. */
const firstAccountLock = sql`select pg_advisory_xact_lock(1684369505, 5)`;

async function isAlone(tx: Tx): Promise<boolean> {
  // Of two at once, one is the first.
  await tx.execute(firstAccountLock);
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
    await recordOpening({ accountId, userId, email }, input.visitor, tx);
    if (credits !== 0) {
      const input = { credits, note: "Welcome credits" };
      await grantCredits({ actor: systemOf(accountId), input, tx });
    }
    return { credits, isWelcomeWithheld };
  });
  return { accountId, userId, email, ...start };
}

type Opened = Pick<CreatedAccount, "accountId" | "userId" | "email">;

async function recordOpening(opened: Opened, visitor: Visitor | undefined, tx: Tx): Promise<void> {
  const actor = visitor
    ? ({ kind: "user", ...opened, ...visitor } as const)
    : operatorOf(opened.accountId);
  await recordActivity({ actor, action: "account.created", target: { name: opened.email } }, tx);
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
