import { and, eq, type SQL } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import type { TokenKeeper } from "./keeper";

/** The tokens a keeper can see: those of the account, and for a test token only test tokens. */
export function withinReach({ accountId, by }: TokenKeeper): SQL | undefined {
  return and(
    eq(tokens.accountId, accountId),
    by?.mode === "test" ? eq(tokens.mode, "test") : undefined,
  );
}
