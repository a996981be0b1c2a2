import { and, eq, type SQL } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

type Totp = Pick<typeof users.$inferInsert, "totpSecret" | "totpEnabledAt" | "totpLastStep">;

interface Change {
  userId: string;
  totp: { [Column in keyof Totp]: Totp[Column] | SQL };
  /** Only while this holds of the user's row. */
  only?: SQL | undefined;
}

/** Stores what a user's one-time codes are checked against; what `totp` leaves out stays. Returns whether it did. */
export async function storeTotp({ userId, totp, only }: Change, tx: Tx): Promise<boolean> {
  const stored = await tx
    .update(users)
    .set(totp)
    .where(and(eq(users.id, userId), only))
    .returning({ id: users.id });
  return stored.length > 0;
}
