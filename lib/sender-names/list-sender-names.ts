import { asc, eq } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { maxNames } from "./contract";

export type SenderName = Omit<typeof senderNames.$inferSelect, "accountId" | "key">;

/** The names an account asked for, by name, with what was decided. Throws forbidden without `read_settings`. */
export async function listSenderNames({ actor }: { actor: Actor }): Promise<SenderName[]> {
  demandPermission(actor, "read_settings");
  return db()
    .select(columns)
    .from(senderNames)
    .where(eq(senderNames.accountId, actor.accountId))
    .orderBy(asc(senderNames.key))
    .limit(maxNames);
}

const columns = {
  name: senderNames.name,
  purpose: senderNames.purpose,
  status: senderNames.status,
  reason: senderNames.reason,
  requestedAt: senderNames.requestedAt,
  decidedAt: senderNames.decidedAt,
  decidedBy: senderNames.decidedBy,
};
