import { users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import type { Role } from "../core/permissions";
import type { Language } from "../language/language";
import { welcomeAddress } from "./_welcome-address";
import { accountSentences } from "./sentences";

interface NewPerson {
  accountId: string;
  email: string;
  role: Role;
  name: string | null;
  /** By `hashNewPassword`. */
  passwordHash: string;
  language: Language;
}

/**
 * Adds a person to an account and returns the ID. The address counts as welcomed: an account of its own that it opens
 * later brings no credits. Throws conflict when somebody has the address.
 */
export async function addPerson(person: NewPerson, tx: Tx): Promise<string> {
  const id = newId();
  await welcomeAddress(person.email, tx);
  const added = await tx
    .insert(users)
    .values({ id, ...person })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (added.length === 0) throw new AppError("conflict", accountSentences.emailHasAccount);
  return id;
}
