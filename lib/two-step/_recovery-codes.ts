import { createHash, randomBytes } from "node:crypto";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { recoveryCodes } from "@/drizzle/schema/accounts";
import { db, type Tx } from "../core/db";

const codes = 10;
// Crockford's base 32: no I, L, O or U to misread.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Gives a user ten new recovery codes of 80 bits in place of all earlier ones, and returns them. */
export async function replaceRecoveryCodes(userId: string, tx: Tx): Promise<string[]> {
  const fresh = Array.from({ length: codes }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(fresh.map((code) => ({ userId, hash: hashOf(userId, code) })));
  return fresh;
}

/** Uses a recovery code up; whether there was one to use. */
export async function takeRecoveryCode(userId: string, code: string, tx: Tx): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, hashOf(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return taken.length > 0;
}

/** Recovery codes a user has left. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  const [row] = await db()
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

function newCode(): string {
  const symbols = [...randomBytes(16)].map((byte) => alphabet.charAt(byte & 31)).join("");
  return symbols.replace(/(.{4})(?=.)/g, "$1-");
}

/** Read as it may have been copied by hand: any case, any spaces, and the look-alikes. */
function hashOf(userId: string, code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return createHash("sha256").update(`${userId}:${plain}`).digest("hex");
}
