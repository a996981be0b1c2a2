import { and, eq, gt, isNull } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { RangeInput } from "./contract";
import { fraudSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `RangeInput` that nobody has checked. */
  input: unknown;
}

/**
 * Lets codes go to a stopped range again. What was started before is judged no more. Throws not_found for one that is not
 * stopped, and forbidden without `manage_account`.
 */
export async function liftStop({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_account");
  const { prefix } = parseInput(RangeInput, input);
  await db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const [lifted] = await tx
      .update(verificationStops)
      .set({ liftedAt: now })
      .where(
        and(
          eq(verificationStops.accountId, actor.accountId),
          eq(verificationStops.prefix, prefix),
          isNull(verificationStops.liftedAt),
          gt(verificationStops.until, now),
        ),
      )
      .returning({ until: verificationStops.until });
    if (!lifted) throw new AppError("not_found", fraudSentences.noStop);
    const before = { stopped_range: prefix, until: lifted.until.toISOString() };
    await recordActivity({ actor, action: "settings.changed", before, after: {} }, tx);
  });
}
