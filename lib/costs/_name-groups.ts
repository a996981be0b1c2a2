import { and, eq } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { tokens } from "@/drizzle/schema/tokens";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import type { CostGrouping } from "./contract";

interface Named {
  accountId: string;
  by: CostGrouping;
  keys: string[];
}

/** How the tokens or campaigns of a report are called, by their IDs. */
export async function nameGroups(
  { accountId, by, keys }: Named,
  tx: Tx,
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  if (by === "token") {
    const named = await tx
      .select({ id: tokens.id, name: tokens.name })
      .from(tokens)
      .where(and(eq(tokens.accountId, accountId), anyOf(tokens.id, keys)));
    return new Map(named.map(({ id, name }) => [id, name]));
  }
  if (by !== "campaign") return new Map();
  const named = await tx
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(and(eq(campaigns.accountId, accountId), anyOf(campaigns.id, keys)));
  return new Map(named.map(({ id, name }) => [id, name]));
}
