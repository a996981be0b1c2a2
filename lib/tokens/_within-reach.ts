import { and, eq, type SQL } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";

/** The tokens an actor can see: those of the account, and for a test token only test tokens. */
export function withinReach({ accountId, mode }: Actor): SQL | undefined {
  return and(
    eq(tokens.accountId, accountId),
    mode === "test" ? eq(tokens.mode, "test") : undefined,
  );
}
