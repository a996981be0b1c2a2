import { eq } from "drizzle-orm";
import { accountRetention } from "@/drizzle/schema/retention";
import { changesBetween } from "../activity/changes-between";
import type { Facts } from "../activity/contract";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import type { FieldSentences } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { type RetentionDays, RetentionInput, retentionKinds } from "./contract";
import { readLimits } from "./read-limits";
import { retentionSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `RetentionInput` that nobody has checked. */
  input: unknown;
}

/**
 * Keeps how long the actor's account wants things kept, at most as long as the installation does. Throws invalid_request,
 * and forbidden unless the actor owns the account.
 */
export async function saveRetention({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_account");
  const wanted = parseInput(RetentionInput, input);
  const wrong = longerThan(await readLimits(), wanted);
  if (Object.keys(wrong).length > 0) throw invalidFields(wrong);
  const { accountId } = actor;
  const { texts: textDays, events: eventDays, attempts: attemptDays } = wanted;
  const chosen = { textDays, eventDays, attemptDays };
  await db().transaction(async (tx) => {
    const [before] = await tx
      .select()
      .from(accountRetention)
      .where(eq(accountRetention.accountId, accountId))
      .for("update");
    await tx
      .insert(accountRetention)
      .values({ accountId, ...chosen })
      .onConflictDoUpdate({ target: accountRetention.accountId, set: chosen });
    const changes = changesBetween(before ? factsOf(before) : {}, factsOf(chosen));
    if (changes) await recordActivity({ actor, action: "settings.changed", ...changes }, tx);
  });
}

type Chosen = Pick<typeof accountRetention.$inferSelect, "textDays" | "eventDays" | "attemptDays">;

function factsOf({ textDays, eventDays, attemptDays }: Chosen): Facts {
  return { text_days: textDays, event_days: eventDays, attempt_days: attemptDays };
}

function longerThan(limits: RetentionDays, wanted: RetentionDays): FieldSentences {
  const fields: FieldSentences = {};
  for (const kind of retentionKinds) {
    const max = limits[kind];
    const days = wanted[kind];
    if (max === null || days === null || days <= max) continue;
    fields[kind] = [retentionSentences.longerThanLimit({ max })];
  }
  return fields;
}
