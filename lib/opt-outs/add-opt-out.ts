import { and, eq } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import { maskNumber } from "../activity/mask-number";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { toOptOutView } from "./_opt-out-view";
import { demandChangeable } from "./_test-numbers";
import { CreateOptOutInput, type OptOutView } from "./contract";

interface Wanted {
  actor: Actor;
  /** A `CreateOptOutInput` that nobody has checked. */
  input: unknown;
}

/**
 * Opts a number out of a sender, or of all senders of the account: from now on no message to it is accepted. One that is
 * known stays as it is. Throws invalid_request, and forbidden without `manage_contacts`.
 */
export async function addOptOut({ actor, input }: Wanted): Promise<OptOutView> {
  demandPermission(actor, "manage_contacts");
  const { number: to, sender, reason } = parseInput(CreateOptOutInput, input);
  demandChangeable(actor, to);
  const { accountId } = actor;
  const source = actor.source === "panel" ? ("panel" as const) : ("api" as const);
  const row = { accountId, to, from: sender ?? "", reason: reason ?? "", source };
  const added = await db().transaction(async (tx) => {
    const [made] = await tx.insert(optOuts).values(row).onConflictDoNothing().returning();
    if (!made) return undefined;
    const target = { name: maskNumber(to) };
    await recordActivity({ actor, action: "opt_out.added", target, after: { sender } }, tx);
    return made;
  });
  return toOptOutView(added ?? (await readKnown(row)) ?? { ...row, createdAt: new Date() });
}

async function readKnown({ accountId, to, from }: { accountId: string; to: string; from: string }) {
  const [known] = await db()
    .select()
    .from(optOuts)
    .where(and(eq(optOuts.accountId, accountId), eq(optOuts.to, to), eq(optOuts.from, from)));
  return known;
}
