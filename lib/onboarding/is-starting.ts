import { eq } from "drizzle-orm";
import { onboarding } from "@/drizzle/schema/onboarding";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

/** Whether an account is to be led through its first steps: neither through them nor asked not to be. */
export async function isStarting({ actor }: { actor: Actor }): Promise<boolean> {
  demandPermission(actor, "read_settings");
  const { accountId } = actor;
  const [row] = await db().select().from(onboarding).where(eq(onboarding.accountId, accountId));
  if (!row) return true;
  const { firstDeliveredAt, firstWebhookAt, dismissedAt } = row;
  return dismissedAt === null && (firstDeliveredAt === null || firstWebhookAt === null);
}
