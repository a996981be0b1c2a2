import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";

/** The messages an actor can see: those of the account, and for a test token only test messages. */
export function visibleTo({ accountId, mode }: Pick<Actor, "accountId" | "mode">): SQL | undefined {
  return and(
    eq(messages.accountId, accountId),
    mode === "test" ? sql`${messages.test}` : undefined,
  );
}
