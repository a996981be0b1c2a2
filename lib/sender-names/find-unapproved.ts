import { and, eq } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db, type Tx } from "../core/db";
import { env } from "../core/env";
import { isRememberedName, rememberName } from "./_approved-names";
import { isName, keyOfName } from "./contract";

interface Wanted {
  actor: Pick<Actor, "accountId" | "mode">;
  /** Senders of messages that are to be sent. */
  input: readonly string[];
}

const nobody = () => false;

/**
 * Which senders are names that the account may not send from. None, without a look-up, where any name may be used, for
 * test messages, and for names that were found approved within a few seconds.
 */
export async function findUnapproved(
  { actor, input }: Wanted,
  tx: Tx = db(),
): Promise<(from: string) => boolean> {
  const { accountId, mode } = actor;
  if (env().SENDER_NAMES === "open" || mode === "test") return nobody;
  const keys = new Set(input.filter(isName).map(keyOfName));
  const unsure = [...keys].filter((key) => !isRememberedName(accountId, key));
  if (unsure.length === 0) return nobody;
  const approved = await tx
    .select({ key: senderNames.key })
    .from(senderNames)
    .where(
      and(
        eq(senderNames.accountId, accountId),
        anyOf(senderNames.key, unsure),
        eq(senderNames.status, "approved"),
      ),
    );
  for (const { key } of approved) rememberName(accountId, key);
  const known = new Set(approved.map(({ key }) => key));
  const unapproved = new Set(unsure.filter((key) => !known.has(key)));
  return (from) => unapproved.has(keyOfName(from));
}
