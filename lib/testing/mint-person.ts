import { randomUUID } from "node:crypto";
import { addPerson } from "../accounts/add-person";
import { hashNewPassword } from "../accounts/hash-new-password";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import type { Role } from "../core/permissions";
import { createSession } from "../sessions/create-session";
import { personOf } from "../sessions/person-of";
import { readSession } from "../sessions/read-session";
import { nobody } from "./signed-in";

/** A person more in an account, signed in. */
export async function mintPerson(accountId: string, role: Role): Promise<UserActor> {
  const email = `${randomUUID()}@example.com`;
  const passwordHash = await hashNewPassword({ password: `long enough ${randomUUID()}`, email });
  const person = { accountId, email, role, name: null, passwordHash, language: "en" } as const;
  const userId = await db().transaction((tx) => addPerson(person, tx));
  const session = await readSession(await createSession({ visitor: nobody, input: { userId } }));
  if (!session) throw new Error("A new session is alive.");
  return personOf(session, nobody);
}
