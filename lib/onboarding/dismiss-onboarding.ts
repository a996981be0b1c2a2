import { onboarding } from "@/drizzle/schema/onboarding";
import { db } from "../core/db";

/** Takes the first steps out of an account's way, or brings them back. */
export async function dismissOnboarding(accountId: string, isDismissed: boolean): Promise<void> {
  const dismissedAt = isDismissed ? new Date() : null;
  await db()
    .insert(onboarding)
    .values({ accountId, dismissedAt })
    .onConflictDoUpdate({ target: onboarding.accountId, set: { dismissedAt } });
}
