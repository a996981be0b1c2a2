import { eq } from "drizzle-orm";
import { passkeys } from "@/drizzle/schema/passkeys";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { passkeySentences } from "./sentences";
import { unknownPasskey } from "./verify-passkey";

interface Used {
  id: string;
  /** What its device counts now. */
  counter: number;
}

/**
 * Records that a passkey was used. Throws unauthorized when it was removed meanwhile, or when its counter is not beyond the
 * last one: then two devices have the same key. Devices that don't count say 0 forever.
 */
export async function usePasskey({ id, counter }: Used, tx: Tx): Promise<void> {
  const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.id, id)).for("update");
  if (!passkey) throw unknownPasskey();
  const counts = passkey.counter > 0 || counter > 0;
  if (counts && counter <= passkey.counter) {
    throw new AppError("unauthorized", passkeySentences.copied);
  }
  const lastUsedAt = await databaseNow(tx);
  await tx.update(passkeys).set({ counter, lastUsedAt }).where(eq(passkeys.id, id));
}
