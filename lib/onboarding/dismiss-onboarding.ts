import { onboarding } from "@/drizzle/schema/onboarding";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

interface Wanted {
  actor: Actor;
  input: { isDismissed: boolean };
}

/** Takes the first steps out of an account's way, or brings them back. Throws forbidden without `manage_tokens`. */
export async function dismissOnboarding({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_tokens");
  const { accountId } = actor;
  const dismissedAt = input.isDismissed ? new Date() : null;
  await db()
    .insert(onboarding)
    .values({ accountId, dismissedAt })
    .onConflictDoUpdate({ target: onboarding.accountId, set: { dismissedAt } });
}
